def by_twos(n: int) -> int:
    if n == 0:
        return 0
    return 1 + by_twos(n - 2)

def main(n: int) -> int:
    return by_twos(n * n + n)
