def shrink(x: float) -> float:
    while not x <= 1.0:
        x /= 2
    return x
