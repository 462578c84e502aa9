from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    while n > 0:
        step = nondet()
        if step <= 0:
            step = 1
        n -= step
    return n
