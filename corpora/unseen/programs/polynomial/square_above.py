def main(x: int, n: int) -> int:
    while x * x >= n:
        t = x + 1
        x = t
    return 0
