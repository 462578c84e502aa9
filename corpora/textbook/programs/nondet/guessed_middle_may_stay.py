from collections.abc import Callable


def main(low: int, high: int, nondet: Callable[[], int]) -> int:
    while high - low > 1:
        middle = nondet()
        if middle < low or middle >= high:
            middle = low + 1
        if nondet() > 0:
            low = middle
        else:
            high = middle
    return low
