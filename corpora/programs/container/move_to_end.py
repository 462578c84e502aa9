def zeros_last(numbers: list[int]) -> list[int]:
    i = 0
    while i < len(numbers):
        if numbers[i] == 0:
            numbers.append(numbers.pop(i))
        else:
            i += 1
    return numbers
