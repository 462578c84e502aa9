from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        if nondet() > 0:
            x -= 1
        else:
            x -= 2
    return x
