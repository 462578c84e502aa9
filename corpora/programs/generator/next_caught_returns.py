def total(numbers: list[int]) -> int:
    iterator = iter(numbers)
    result = 0
    while True:
        try:
            result += next(iterator)
        except StopIteration:
            return result
