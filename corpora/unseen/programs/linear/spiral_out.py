def main(x: int, y: int) -> int:
    while x != 0 or y != 0:
        t = x - y
        y = x + y
        x = t
    return 0
