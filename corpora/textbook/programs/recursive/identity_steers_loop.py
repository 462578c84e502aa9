def ident(n: int) -> int:
    if n <= 0:
        return 0
    return 1 + ident(n - 1)


def main(x: int) -> int:
    while x > 0:
        x = ident(x) - 1
    return x
