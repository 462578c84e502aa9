def main(x: int, lo: int, hi: int) -> int:
    d = 1
    while lo < hi:
        x = x + d
        if x >= hi:
            d = -1
        elif x <= lo:
            d = 1
    return x
