g: int = 0


def drop(d: int) -> int:
    global g
    if d <= 0:
        g = g - 1
        return 0
    drop(d - 1)
    drop(d - 1)
    return 0


def main(k: int, d: int) -> int:
    global g
    g = k
    while g > 0:
        drop(d)
        d = d - 1
    return g
