def main(lo: int, hi: int) -> int:
    up = True
    while lo < hi:
        if up:
            lo += 1
            up = False
        else:
            lo -= 1
            up = True
    return lo
