from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        if nondet() > 0:
            t = x
            x = y
            y = t - 1
        else:
            x = x - 2
            y = y + 1
    return 0
