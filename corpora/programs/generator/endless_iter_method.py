from collections.abc import Iterator


class Beacon:
    def __iter__(self) -> Iterator[int]:
        while True:
            yield 1


def total() -> int:
    result = 0
    for flash in Beacon():
        result += flash
    return result
