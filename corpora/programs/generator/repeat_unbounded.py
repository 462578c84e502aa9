from itertools import repeat


def weight() -> int:
    return sum(repeat(1))
