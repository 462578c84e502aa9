def main(x: int, y: int) -> int:
    while x > 0 and y > 0:
        if x >= y:
            x = x - y
        else:
            y = y - x
    return x + y
