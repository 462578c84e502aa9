def root(x: float) -> float:
    low, high = 0.0, x
    while high - low > 1e-9:
        middle = (low + high) / 2
        if middle * middle < x:
            low = middle
        else:
            high = middle
    return low
