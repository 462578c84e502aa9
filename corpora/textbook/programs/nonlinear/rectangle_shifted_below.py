def main(x: int, y: int, n: int) -> int:
    while x * y < n:
        x += 1
        y -= 1
    return x
