def main(x: int, y: int) -> int:
    while x < y:
        x += 1
        y -= 1
    return x
