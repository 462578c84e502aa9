from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    i = 0
    while nondet() != 0 and i < n:
        i += 1
    return i
