def main(x: int, y: int, n: int) -> int:
    while x * x - 4 * x * y + 4 * y * y < n:
        x += 2
        y += 2
    return 0
