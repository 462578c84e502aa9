from collections.abc import Callable


def main(nondet: Callable[[], int]) -> int:
    x = 1
    while x < 100:
        k = nondet()
        if k < 2:
            return -1
        x = x * k
    return x
