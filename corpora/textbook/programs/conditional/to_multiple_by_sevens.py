def main(n: int) -> int:
    while n % 7 != 0:
        n += 7
    return n
