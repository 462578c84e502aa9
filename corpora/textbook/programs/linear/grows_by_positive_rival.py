def main(x: int, y: int) -> int:
    if not x > 0:
        return x
    while x > y:
        y = y + x
    return y
