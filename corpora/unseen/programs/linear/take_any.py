from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        d = nondet()
        if d < 0:
            d = -d
        x = x - d
    return x
