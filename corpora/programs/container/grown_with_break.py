def end_with_zero(numbers: list[int]) -> list[int]:
    for number in numbers:
        if number < 0:
            numbers.append(0)
            break
    return numbers
