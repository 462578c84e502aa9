def main(x: int, y: int) -> int:
    while x > 0:
        t = x
        x = y - x
        y = t
    return 0
