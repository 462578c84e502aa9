from collections.abc import Callable


def main(x: int, n: int, nondet: Callable[[], int]) -> int:
    while x < n:
        candidate = nondet()
        if candidate > x:
            x = candidate
    return x
