def main(n: int, k: int) -> int:
    while n % k != 0:
        n -= 1
    return n
