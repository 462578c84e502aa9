def main(x: int, y: int, n: int) -> int:
    while x * x + y * y < n:
        t = x * x - y * y
        y = 2 * x * y
        x = t
    return 0
