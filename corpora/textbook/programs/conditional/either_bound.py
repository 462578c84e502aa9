def main(x: int, y: int) -> int:
    while x > 0 or y > 0:
        x -= 1
        y -= 2
    return x
