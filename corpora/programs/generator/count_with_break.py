from itertools import count


def root_above(n: int) -> int:
    for i in count():
        if i * i > n:
            break
    return i
