def without_zeros(numbers: list[int]) -> list[int]:
    i = 0
    while i < len(numbers):
        if numbers[i] == 0:
            del numbers[i]
        else:
            i += 1
    return numbers
