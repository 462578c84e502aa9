def main(x: int) -> int:
    while x > 0:
        x = -2 * x + 9
    return x
