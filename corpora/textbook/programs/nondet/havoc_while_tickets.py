from collections.abc import Callable


def main(x: int, tickets: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        if tickets > 0:
            tickets -= 1
            x = nondet()
        else:
            x -= 1
    return x
