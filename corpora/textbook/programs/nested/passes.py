from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    last = n - 1
    passes = 0
    while last > 0:
        i = 0
        swapped = False
        while i < last:
            if nondet() > nondet():
                swapped = True
            i += 1
        passes += 1
        if not swapped:
            break
        last -= 1
    return passes
