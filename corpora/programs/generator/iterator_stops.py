class Ticks:
    def __init__(self, last: int) -> None:
        self.tick = 0
        self.last = last

    def __iter__(self) -> "Ticks":
        return self

    def __next__(self) -> int:
        if self.tick >= self.last:
            raise StopIteration
        self.tick += 1
        return self.tick


def total(last: int) -> int:
    result = 0
    for tick in Ticks(last):
        result += tick
    return result
