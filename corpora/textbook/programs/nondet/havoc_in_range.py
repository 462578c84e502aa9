from collections.abc import Callable


def main(nondet: Callable[[], int]) -> int:
    x = 1
    while x != 0:
        x = nondet()
        if x > 10 or x < 0:
            return x
    return x
