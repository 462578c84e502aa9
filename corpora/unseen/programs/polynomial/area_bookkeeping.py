from collections.abc import Callable


def main(a: int, b: int, fuel: int, nondet: Callable[[], int]) -> int:
    p = a * b
    while p - a * b + fuel > 0:
        if nondet() > 0:
            a += 1
            p += b
        else:
            b -= 1
            p -= a
        fuel -= 1
    return 0
