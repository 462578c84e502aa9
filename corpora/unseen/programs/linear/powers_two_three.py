def main(x: int, y: int) -> int:
    if not y >= 1:
        return 0
    while x > 0:
        x = 3 * x - y
        y = 2 * y
    return x
