def main(x: int, y: int) -> int:
    if y < 1:
        return y
    while x >= y:
        x = x + 1
        y = 2 * y
    return y - x
