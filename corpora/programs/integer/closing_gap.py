def middle(high: int, low: int) -> int:
    while high > low:
        high -= 1
        low += 1
    return low
