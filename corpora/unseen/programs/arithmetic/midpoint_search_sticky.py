from collections.abc import Callable


def main(lo: int, hi: int, nondet: Callable[[], int]) -> int:
    while lo < hi:
        mid = (lo + hi) // 2
        if nondet() > 0:
            lo = mid
        else:
            hi = mid
    return 0
