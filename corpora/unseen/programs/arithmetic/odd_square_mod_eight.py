def main(x: int, y: int) -> int:
    while x * x % 8 == 1:
        t = x + 2 * y
        x = t
    return 0
