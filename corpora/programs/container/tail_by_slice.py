def total(numbers: list[int]) -> int:
    result = 0
    while numbers:
        result += numbers[0]
        numbers = numbers[1:]
    return result
