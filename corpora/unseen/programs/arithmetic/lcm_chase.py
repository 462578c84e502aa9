def main(a: int, b: int) -> int:
    if a < 1 or b < 1:
        return 0
    x = a
    y = b
    while x != y:
        if x < y:
            x += a
        else:
            y += b
    return 0
