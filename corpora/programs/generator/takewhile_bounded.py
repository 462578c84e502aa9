from itertools import count, takewhile


def below(n: int) -> list[int]:
    return list(takewhile(lambda i: i < n, count()))
