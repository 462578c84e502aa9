def main(x: int, y: int) -> int:
    n = 0
    while x > 0:
        t = x
        x = 3 * x - y
        y = t + 3 * y
        n = n + 1
    return n
