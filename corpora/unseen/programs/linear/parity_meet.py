def main(a: int, b: int) -> int:
    x = 2 * a
    y = 2 * b
    while x != y:
        if x < y:
            x += 2
        else:
            y += 2
    return x
