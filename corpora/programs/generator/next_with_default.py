def index_of(numbers: list[int], wanted: int) -> int:
    iterator = iter(numbers)
    index = 0
    while True:
        if next(iterator, None) == wanted:
            return index
        index += 1
