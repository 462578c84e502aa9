def main(x: int) -> int:
    while x > 0:
        x = 5 - 2 * x
    return x
