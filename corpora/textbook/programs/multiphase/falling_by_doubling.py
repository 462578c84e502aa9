def main(x: int, y: int) -> int:
    while x > 0:
        x = x - y
        y = 2 * y + 1
    return x
