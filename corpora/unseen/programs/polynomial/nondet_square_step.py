from collections.abc import Callable


def main(x: int, k: int, nondet: Callable[[], int]) -> int:
    while x - k * k >= 0:
        d = nondet()
        x += 2 * d * k + d * d
        k += d
    return 0
