def main(x: int, y: int, a: int) -> int:
    while x >= 0 and y >= 0:
        x += a
        y -= a
    return x
