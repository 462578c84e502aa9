from collections.abc import Iterator
from itertools import islice


def naturals() -> Iterator[int]:
    n = 0
    while True:
        yield n
        n += 1


def first(count: int) -> list[int]:
    return list(islice(naturals(), count))
