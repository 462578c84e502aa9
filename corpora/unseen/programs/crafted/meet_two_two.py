def main(x: int, y: int) -> int:
    while x != y:
        if x < y:
            x = x + 2
        else:
            x = x - 2
    return x
