def main(x: int, y: int) -> int:
    while not (x <= y):
        x = x - 1
        y = y + 1
    return y - x
