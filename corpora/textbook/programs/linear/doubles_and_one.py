def main(limit: int, x: int) -> int:
    while limit > x:
        x = 2 * x + 1
    return x
