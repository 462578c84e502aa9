from collections.abc import Callable


def main(a: int, b: int, nondet: Callable[[], int]) -> None:
    c = nondet()
    while a >= 0:
        while b >= 0:
            while c >= 0:
                c -= 1
            b -= 1
            c = nondet()
        a -= 1
        b = nondet()
