def main(x: int, y: int) -> int:
    while x > -10 and y > -10:
        old = x
        x = y
        y = -old
    return x + y
