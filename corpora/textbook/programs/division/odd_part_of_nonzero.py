def main(n: int) -> int:
    if n == 0:
        return 0
    while n % 2 == 0:
        n //= 2
    return n
