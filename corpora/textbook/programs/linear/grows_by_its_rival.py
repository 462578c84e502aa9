def main(x: int, y: int) -> int:
    while x > y:
        y = y + x
    return y
