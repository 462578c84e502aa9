def descend(n: int) -> int:
    if n > 0:
        return descend(n - 1)
    return descend(n + 1) + 1


def main(n: int) -> int:
    return descend(n)
