def main(x: int, y: int, n: int) -> int:
    while x * x + x * y + y * y < n:
        x += 2
        y -= 3
    return 0
