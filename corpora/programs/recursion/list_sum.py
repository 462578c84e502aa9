def total(numbers: list[int]) -> int:
    if not numbers:
        return 0
    return numbers[0] + total(numbers[1:])
