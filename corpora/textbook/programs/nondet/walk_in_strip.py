from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    x = 1
    while 0 < x < n:
        if nondet() > 0:
            x += 1
        else:
            x -= 1
    return x
