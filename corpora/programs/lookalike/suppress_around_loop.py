from contextlib import suppress


def total(numbers: list[int]) -> int:
    result = i = 0
    with suppress(IndexError):
        while True:
            result += numbers[i]
            i += 1
    return result
