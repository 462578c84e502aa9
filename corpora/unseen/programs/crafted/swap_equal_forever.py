from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    a: list[int] = []
    i = 0
    while i < n:
        a.append(nondet())
        i = i + 1
    swapped = 1
    while swapped == 1:
        swapped = 0
        i = 0
        while i + 1 < n:
            if a[i] >= a[i + 1]:
                t = a[i]
                a[i] = a[i + 1]
                a[i + 1] = t
                swapped = 1
            i = i + 1
    return 0
