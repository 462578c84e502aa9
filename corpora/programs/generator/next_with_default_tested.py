def index_of(numbers: list[int], wanted: int) -> int:
    iterator = iter(numbers)
    index = 0
    while (number := next(iterator, None)) is not None:
        if number == wanted:
            return index
        index += 1
    return -1
