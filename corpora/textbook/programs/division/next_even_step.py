def main(n: int, k: int) -> int:
    while n % k != 0:
        n -= 2
    return n
