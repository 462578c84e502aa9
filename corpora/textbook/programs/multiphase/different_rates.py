def main(x: int, y: int) -> int:
    while x > 0:
        x += 3 * y
        y -= 2
    return x
