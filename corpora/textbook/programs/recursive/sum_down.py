def total(n: int) -> int:
    if n <= 0:
        return 0
    return n + total(n - 1)


def main(n: int) -> int:
    return total(n)
