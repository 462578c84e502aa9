from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        x = min(x - 1, nondet())
    return x
