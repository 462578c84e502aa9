def main(x: int, low: int) -> int:
    while x > 0:
        x = max(x - 1, low)
    return x
