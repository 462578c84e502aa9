from collections.abc import Callable


def main(nondet: Callable[[], int]) -> int:
    last = nondet()
    current = nondet()
    rounds = 0
    while 0 <= current < last:
        last = current
        current = nondet()
        rounds += 1
    return rounds
