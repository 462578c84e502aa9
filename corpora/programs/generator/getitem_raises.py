class Squares:
    def __getitem__(self, index: int) -> int:
        if index >= 10:
            raise IndexError(index)
        return index * index


def total() -> int:
    result = 0
    for square in Squares():
        result += square
    return result
