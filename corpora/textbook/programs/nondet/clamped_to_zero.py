from collections.abc import Callable


def main(x: int, n: int, nondet: Callable[[], int]) -> int:
    while x < n:
        step = nondet()
        if step < 0:
            step = 0
        elif step > 3:
            step = 3
        x += step
    return x
