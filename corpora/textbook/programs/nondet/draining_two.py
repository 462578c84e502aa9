from collections.abc import Callable


def main(a: int, b: int, nondet: Callable[[], int]) -> int:
    while a > 0 or b > 0:
        if a > 0 and nondet() > 0:
            a -= 1
            b = nondet()
        elif b > 0:
            b -= 1
        else:
            a -= 1
    return a - b
