def step(n: int) -> int:
    if n <= 3:
        return 1
    return 1 + step(n - 3)


def main(n: int) -> int:
    rounds = 0
    while n > 0:
        n -= step(n)
        rounds += 1
    return rounds
