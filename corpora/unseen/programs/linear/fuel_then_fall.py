def main(x: int, y: int) -> int:
    while x > 0:
        if y > 0:
            x = x + 2
            y = y - 1
        else:
            x = x - 1
    return x
