def root(x: float) -> float:
    low, high = 0.0, x
    for _ in range(100):
        middle = (low + high) / 2
        if middle * middle < x:
            low = middle
        else:
            high = middle
    return low
