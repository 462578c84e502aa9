def double_all(numbers: list[int]) -> list[int]:
    for number in numbers[:]:
        numbers.append(number * 2)
    return numbers
