from collections.abc import Callable


def main(nondet: Callable[[], int]) -> int:
    n = nondet()
    rounds = 0
    while n > 0:
        n -= 1
        rounds += 1
    return rounds
