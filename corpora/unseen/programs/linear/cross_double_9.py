def main(x: int, y: int) -> int:
    while x > y:
        t = x
        x = 2 * y + 9
        y = 2 * t
    return 0
