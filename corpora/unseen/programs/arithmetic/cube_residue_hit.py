def main(x: int) -> int:
    while x ** 3 % 9 != 8:
        t = x + 1
        x = t
    return 0
