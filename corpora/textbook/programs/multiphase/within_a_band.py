def main(x: int, y: int) -> int:
    while -50 < x < 50:
        x += y
        y -= 1
    return x
