def main(x: int, n: int) -> int:
    while 0 < x < n:
        x = 2 * x - 1
    return x
