def main(limit: int, x: int) -> int:
    if x < 0:
        return x
    while limit > x:
        x = 2 * x + 1
    return x
