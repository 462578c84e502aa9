from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        d = nondet()
        if d < 0:
            d = -d
        if d == 0:
            d = 1
        x = x - d
    return x
