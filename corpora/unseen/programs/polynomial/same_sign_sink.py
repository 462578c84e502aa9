def main(x: int, y: int) -> int:
    while x * y > 0:
        x -= 1
        y -= 1
    return 0
