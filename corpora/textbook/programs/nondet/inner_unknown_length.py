from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    i = 0
    work = 0
    while i < n:
        j = nondet()
        while j > 0:
            j -= 1
            work += 1
        i += 1
    return work
