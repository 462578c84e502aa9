from collections.abc import Callable


def main(x: int, b: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        if b > 0:
            b -= 1
            x = nondet()
        else:
            x -= 1
    return x
