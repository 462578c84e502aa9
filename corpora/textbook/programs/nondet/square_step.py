from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    rounds = 0
    while n >= 0:
        d = nondet()
        n -= d * d + 1
        rounds += 1
    return rounds
