from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        x += y
        drop = nondet()
        if drop < 1:
            drop = 1
        y -= drop
    return x
