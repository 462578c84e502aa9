def close(numbers: set[int]) -> set[int]:
    for number in numbers:
        numbers.add(number + 1)
    return numbers
