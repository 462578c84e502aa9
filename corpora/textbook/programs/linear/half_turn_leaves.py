def main(x: int, y: int) -> int:
    while x > 0:
        old = x
        x = y
        y = -old
    return x + y
