def lower(a: list[int], key: int, lo: int, hi: int) -> int:
    if lo >= hi:
        return lo
    mid = (lo + hi) // 2
    if a[mid] < key:
        return lower(a, key, mid, hi)
    return lower(a, key, lo, mid)

def main(n: int, key: int) -> int:
    a: list[int] = []
    for i in range(n):
        a.append(i)
    return lower(a, key, 0, len(a) - 1)
