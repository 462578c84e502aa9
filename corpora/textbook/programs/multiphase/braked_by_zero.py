def main(x: int, y: int, brake: int) -> int:
    if brake < 0:
        return 0
    while x >= 0:
        x += y
        y -= brake
    return x
