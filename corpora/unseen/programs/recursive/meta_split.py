def a(n: int) -> int:
    if n <= 2:
        return 1
    r = a(n - 1)
    return a(r) + a(n - r)


def main(n: int) -> int:
    return a(n)
