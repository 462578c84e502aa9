from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        if y > 0:
            y -= 1
        else:
            y = nondet()
    return y
