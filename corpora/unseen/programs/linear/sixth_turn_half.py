def main(x: int, y: int) -> int:
    while x >= 1:
        x, y = x - y, x
    return y
