from collections.abc import Callable

def first_positive(a: list[int]) -> int:
    i = 0
    while i < len(a):
        if a[i] > 0:
            return i
        i = i + 1
    return -1

def main(n: int, nondet: Callable[[], int]) -> int:
    a: list[int] = []
    k = 0
    while k < n:
        a.append(nondet())
        k = k + 1
    i = first_positive(a)
    while i != -1:
        a[i] = a[i] - 1
        if i + 1 < len(a):
            a[i + 1] = nondet()
        i = first_positive(a)
    return 0
