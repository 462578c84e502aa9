def h(n: int) -> int:
    if n <= 0:
        return 0
    return n - h(h(n - 2))


def main(n: int) -> int:
    return h(n)
