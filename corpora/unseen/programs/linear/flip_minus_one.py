def main(x: int, d: int) -> int:
    while x > 0:
        x = x + d
        d = -d - 1
    return x
