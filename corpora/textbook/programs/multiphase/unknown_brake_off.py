from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        x += y
        drop = nondet()
        if drop < 0:
            drop = 0
        y -= drop
    return x
