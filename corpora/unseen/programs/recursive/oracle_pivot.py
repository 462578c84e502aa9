from collections.abc import Callable


def s(lo: int, hi: int, nondet: Callable[[], int]) -> int:
    if lo >= hi:
        return 0
    p = nondet()
    if p < lo:
        p = lo
    if p >= hi:
        p = hi - 1
    return s(lo, p, nondet) + s(p + 1, hi, nondet) + 1


def main(lo: int, hi: int, nondet: Callable[[], int]) -> int:
    return s(lo, hi, nondet)
