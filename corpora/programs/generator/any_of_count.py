from itertools import count


def exists_above(n: int) -> bool:
    return any(i > n for i in count())
