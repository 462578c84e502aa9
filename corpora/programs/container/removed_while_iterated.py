def clear(numbers: list[int]) -> list[int]:
    for number in numbers:
        numbers.remove(number)
    return numbers
