def main(a: int, b: int, c: int) -> int:
    x = a - 3 * b
    y = b + c - 2
    while x >= 0:
        t = x
        x = y - x
        y = t
    return 0
