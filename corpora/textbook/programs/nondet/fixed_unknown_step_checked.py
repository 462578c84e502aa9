from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    step = nondet()
    if step <= 0:
        return x
    while x > 0:
        x -= step
    return x
