def red(n: int) -> int:
    if n <= 0:
        return n
    return green(n - 2)


def green(n: int) -> int:
    return blue(n + 1)


def blue(n: int) -> int:
    return red(n)


def main(n: int) -> int:
    return red(n)
