def main(x: int, y: int) -> int:
    while x > 0 or y > 0:
        t = x
        x = -y
        y = t
    return 0
