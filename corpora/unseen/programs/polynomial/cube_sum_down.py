def main(x: int, y: int, n: int) -> int:
    while x < n:
        x = x + y * y * y
        y -= 1
    return 0
