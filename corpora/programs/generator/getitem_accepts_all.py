class Squares:
    def __getitem__(self, index: int) -> int:
        return index * index


def total() -> int:
    result = 0
    for square in Squares():
        result += square
    return result
