from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0 and y > 0:
        if nondet() > 0:
            x = x - 1
            y = nondet()
        else:
            y = y - 1
            x = nondet()
    return x
