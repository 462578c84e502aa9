def main(x: int, y: int) -> int:
    while x > y:
        t = 3 * x - y
        y = x + y
        x = t
    return x - y
