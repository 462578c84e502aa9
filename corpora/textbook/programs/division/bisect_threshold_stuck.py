def main(lo: int, hi: int, target: int) -> int:
    while lo < hi:
        mid = (lo + hi) // 2
        if mid <= target:
            lo = mid
        else:
            hi = mid
    return lo
