def middle(lo: int, hi: int) -> int:
    return lo + (hi - lo) // 2

def main(n: int, key: int) -> int:
    a: list[int] = []
    for i in range(n):
        a.append(2 * i)
    lo = 0
    hi = len(a) - 1
    found = -1
    while lo <= hi and found == -1:
        mid = middle(lo, hi)
        if a[mid] < key:
            lo = mid + 1
        elif a[mid] > key:
            hi = mid - 1
        else:
            found = mid
    return found
