def main(x: int, y: int) -> int:
    while x >= 0:
        x = x + y
        y = -y - 1
    return x
