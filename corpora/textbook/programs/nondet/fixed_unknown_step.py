from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    step = nondet()
    while x > 0:
        x -= step
    return x
