def swap(x: int, y: int) -> int:
    if x <= 0:
        return y
    return swap(y, x)
