class Empty(Exception):
    pass


def _take(numbers: list[int]) -> int:
    if not numbers:
        raise Empty
    return numbers.pop()


def count(numbers: list[int]) -> int:
    taken = 0
    while True:
        try:
            _take(numbers)
            taken += 1
        except Empty:
            taken = 0
