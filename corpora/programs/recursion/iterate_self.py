class Shelf:
    def __init__(self) -> None:
        self.books = ["a", "b"]

    def __iter__(self):
        return iter(self)
