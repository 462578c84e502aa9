from itertools import count, islice


def squares(n: int) -> list[int]:
    return [i * i for i in islice(count(), n)]
