from collections.abc import Callable


def main(nondet: Callable[[], int]) -> int:
    x = 0
    while nondet() != 0:
        x += 1
    return x
