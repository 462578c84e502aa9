from collections.abc import Callable


def main(a: int, nondet: Callable[[], int]) -> None:
    b = nondet()
    while a > 0:
        if b > 0:
            b -= 1
        else:
            a -= 1
            b = nondet()
