def range_sum(lo: int, hi: int) -> int:
    if lo == hi:
        return lo
    return lo + range_sum(lo + 1, hi)

def main(a: int, b: int) -> int:
    if a <= b:
        return range_sum(a, b)
    return range_sum(b, a)
