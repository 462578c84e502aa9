def main(a: int, b: int) -> int:
    x = a
    y = b
    r = 0
    while r != a * b:
        r += x * (y % 3)
        x = 3 * x
        y = y // 3
    return 0
