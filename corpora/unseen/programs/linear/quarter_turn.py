def main(x: int, y: int) -> int:
    while x + 2 * y > 3:
        t = x
        x = y
        y = -t
    return x + y
