def main(n: int) -> int:
    x = 1
    y = 0
    while x * x - 2 * y * y + y < n:
        x, y = 3 * x + 4 * y, 2 * x + 3 * y
    return 0
