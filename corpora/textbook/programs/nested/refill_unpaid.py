from collections.abc import Callable


def main(a: int, nondet: Callable[[], int]) -> None:
    b = 0
    while a > 0:
        if b > 0:
            b -= 1
        else:
            b = nondet()
            if b <= 0:
                a -= 1
