def count(numbers: list[int]) -> int:
    return 1 + count(numbers[1:])
