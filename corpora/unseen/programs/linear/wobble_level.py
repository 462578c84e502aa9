def main(x: int, y: int) -> int:
    while x >= 0:
        x = x + y
        y = -y
    return x
