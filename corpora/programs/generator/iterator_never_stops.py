class Ticks:
    def __init__(self) -> None:
        self.tick = 0

    def __iter__(self) -> "Ticks":
        return self

    def __next__(self) -> int:
        self.tick += 1
        return self.tick


def total() -> int:
    result = 0
    for tick in Ticks():
        result += tick
    return result
