def main(x: int) -> int:
    while x % -3 >= 0:
        t = x - 3
        x = t
    return 0
