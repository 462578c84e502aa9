from collections.abc import Callable

def position(a: list[int], key: int) -> int:
    i = 0
    while a[i] != key:
        i = i + 1
    return i

def main(n: int, key: int, nondet: Callable[[], int]) -> int:
    a: list[int] = []
    while len(a) < n:
        a.append(nondet())
    a.append(key)
    p = position(a, key)
    if p == n:
        return -1
    return p
