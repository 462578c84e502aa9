def w(lo: int, hi: int) -> int:
    if hi - lo <= 1:
        return 1
    m = (lo + hi) // 2
    return w(lo, m) + w(m, hi)


def main(lo: int, hi: int) -> int:
    return w(lo, hi)
