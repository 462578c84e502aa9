def keep_going(i: int, n: int) -> int:
    if i < n:
        return 1
    return 0


def advance(i: int) -> int:
    return i + 1


def main(n: int) -> int:
    i = 0
    while keep_going(i, n) == 1:
        i = advance(i)
    return i
