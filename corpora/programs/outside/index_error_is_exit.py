def total(numbers: list[int]) -> int:
    result = i = 0
    while True:
        result += numbers[i]
        i += 1
