def main(n: int) -> int:
    while n != 0:
        n -= 2
    return n
