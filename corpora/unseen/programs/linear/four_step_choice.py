from collections.abc import Callable


def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0 and x < 12:
        k = nondet()
        if x < 4:
            if k == x:
                x = x + 5
            else:
                x = x - 1
        else:
            if k > x:
                x = x - 4
            else:
                x = x + 3
    return x
