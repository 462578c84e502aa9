def main(a: int, b: int, c: int, d: int) -> int:
    while a > 0:
        t = a
        a = b
        b = c
        c = d
        d = t - 1
    return 0
