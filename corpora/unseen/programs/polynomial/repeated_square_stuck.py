def main(x: int, n: int) -> int:
    while x < n:
        t = x * x
        x = t
    return 0
