from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    while n > 0:
        n -= nondet() % 3 + 1
    return n
