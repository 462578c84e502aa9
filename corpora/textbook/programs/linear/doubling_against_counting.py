def main(x: int, y: int) -> int:
    while x >= y:
        x = 2 * x
        y = y + 1
    return y - x
