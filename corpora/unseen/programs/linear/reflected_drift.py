def main(s: int, t: int) -> int:
    while s > 0:
        s = t - s
        t = t - 1
    return s
