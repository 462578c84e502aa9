def main(r: int, x: int) -> int:
    if r < 0:
        return 0
    while r >= 2:
        r = r - 2
    while x > 0:
        x = x - r
    return x
