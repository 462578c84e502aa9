def main(x: int, y: int) -> int:
    while x - y * y > 0:
        x += y
        y += 1
    return 0
