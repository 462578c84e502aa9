def main(x: int) -> int:
    while x > 0:
        x = 6 - 2 * x
    return x
