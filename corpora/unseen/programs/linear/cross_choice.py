from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0 and y > 0:
        if nondet() > 0:
            x, y = x - 2, x + 1
        else:
            x, y = y - 3, x + 1
    return x
