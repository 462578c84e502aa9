def main(x: int, y: int) -> int:
    if not x + y > 0:
        return 0
    while x > 0:
        t = x
        x = -y
        y = t + 2 * y
    return y
