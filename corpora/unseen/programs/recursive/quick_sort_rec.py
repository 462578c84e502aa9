from collections.abc import Callable

def partition(a: list[int], lo: int, hi: int) -> int:
    pivot = a[hi]
    store = lo
    j = lo
    while j < hi:
        if a[j] < pivot:
            t = a[store]
            a[store] = a[j]
            a[j] = t
            store = store + 1
        j = j + 1
    t = a[store]
    a[store] = a[hi]
    a[hi] = t
    return store

def quick(a: list[int], lo: int, hi: int) -> int:
    if lo >= hi:
        return 0
    p = partition(a, lo, hi)
    quick(a, lo, p - 1)
    quick(a, p + 1, hi)
    return p

def main(n: int, nondet: Callable[[], int]) -> int:
    a: list[int] = []
    i = 0
    while i < n:
        a.append(nondet())
        i = i + 1
    quick(a, 0, n - 1)
    return 0
