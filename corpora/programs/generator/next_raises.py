def total(numbers: list[int]) -> int:
    iterator = iter(numbers)
    result = 0
    while True:
        result += next(iterator)
