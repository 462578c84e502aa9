def main(x: int, y: int) -> int:
    while 3 * x - 2 * y >= 1:
        x += 1
        y += 2
    return 3 * x - 2 * y
