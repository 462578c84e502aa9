from collections.abc import Iterator


def naturals() -> Iterator[int]:
    n = 0
    while True:
        yield n
        n += 1
