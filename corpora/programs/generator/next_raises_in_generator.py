from collections.abc import Iterator


def pairs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    iterator = iter(numbers)
    while True:
        yield next(iterator), next(iterator)
