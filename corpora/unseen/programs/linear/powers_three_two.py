def main(x: int, y: int) -> int:
    if not y >= 1:
        return 0
    while x > 0:
        x = 2 * x - y
        y = 3 * y
    return x
