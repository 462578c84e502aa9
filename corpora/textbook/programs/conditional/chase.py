def main(x: int, y: int, d: int) -> int:
    while x <= y:
        x += d
        y += 1
    return x
