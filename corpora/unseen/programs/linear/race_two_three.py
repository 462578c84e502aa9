def main(x: int, y: int) -> int:
    if not y >= 1:
        return 0
    while x > y:
        x = 2 * x
        y = 3 * y
    return 0
