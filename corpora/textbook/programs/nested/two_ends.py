def main(lo: int, hi: int) -> int:
    while lo < hi:
        while lo < hi and lo % 2 == 0:
            lo += 1
        while lo < hi and hi % 2 == 1:
            hi -= 1
        if lo < hi:
            lo += 1
            hi -= 1
    return lo
