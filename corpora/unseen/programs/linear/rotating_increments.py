def main(x: int, d: int, e: int) -> int:
    c = -1 - d - e
    while x > 0:
        x = x + c
        t = c
        c = d
        d = e
        e = t
    return x
