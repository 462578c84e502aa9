def main(x: int, y: int, n: int) -> int:
    while x * x - 3 * x * y + y * y < n:
        x += 1
        y += 1
    return 0
