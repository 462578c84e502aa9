def main(x: int, y: int) -> int:
    if y > 0:
        return 0
    while x > 0:
        x = x + y
        y = 2 * y - 1
    return x
