from collections.abc import Callable


def main(lo: int, hi: int, nondet: Callable[[], int]) -> int:
    while lo < hi:
        mid = nondet()
        if mid < lo or mid > hi:
            break
        if nondet() > 0:
            hi = mid
        else:
            lo = mid
    return lo
