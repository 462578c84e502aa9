def main(b: int, n: int) -> int:
    if b < 1:
        return 0
    p = 1
    s = 0
    while p - s * (b - 2) < n:
        s += p + p * b
        p *= b * b
    return 0
