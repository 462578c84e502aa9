from collections.abc import Callable


def main(x: int, n: int, nondet: Callable[[], int]) -> int:
    while x < n:
        d = nondet()
        x = x + d * d - d + 1
    return 0
