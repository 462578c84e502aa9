from collections.abc import Callable


def main(x: int, n: int, nondet: Callable[[], int]) -> int:
    while x < n:
        step = nondet()
        if step < 1:
            step = 1
        elif step > 3:
            step = 3
        x += step
    return x
