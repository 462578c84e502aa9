def total(numbers: list[int]) -> int:
    first = numbers[0]
    return first + total(numbers[1:])
