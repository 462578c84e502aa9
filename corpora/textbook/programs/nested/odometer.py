def main(base: int) -> int:
    if base < 1:
        return 0
    a = 0
    b = 0
    c = 0
    ticks = 0
    while a < base:
        c += 1
        ticks += 1
        if c >= base:
            c = 0
            b += 1
            if b >= base:
                b = 0
                a += 1
    return ticks
