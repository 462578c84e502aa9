from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        k = nondet()
        if k < 0:
            k = -k
        x -= 2 * k + 1
    return x
