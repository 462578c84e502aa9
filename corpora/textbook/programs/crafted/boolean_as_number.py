def main(n: int) -> int:
    while n > 0:
        n -= (n > 5) + 1
    return n
