def mx(a: int, b: int) -> int:
    if a <= 0 and b <= 0:
        return 0
    return 1 + mx(a - 1, b - 1)


def main(x: int, y: int) -> int:
    while x > 0:
        x = mx(x, y) - 1
    return x
