def main(x: int, y: int) -> int:
    while x > 0:
        x -= y * y
    return y
