def main(n: int) -> int:
    if n < 0 or n % 2 != 0:
        return -1
    while n != 0:
        n -= 2
    return n
