def half(n: int) -> int:
    if n < 2:
        return 0
    return 1 + half(n - 2)


def main(n: int) -> int:
    rounds = 0
    while n > 0:
        n -= half(n)
        rounds += 1
    return rounds
