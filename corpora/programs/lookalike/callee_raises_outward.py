class Empty(Exception):
    pass


def _take(numbers: list[int]) -> int:
    if not numbers:
        raise Empty
    return numbers.pop()


def count(numbers: list[int]) -> int:
    taken = 0
    try:
        while True:
            _take(numbers)
            taken += 1
    except Empty:
        return taken
