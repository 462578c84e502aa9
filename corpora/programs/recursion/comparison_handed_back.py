class Weight:
    def __init__(self, grams: int) -> None:
        self.grams = grams

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Weight):
            return self.grams == other.grams
        return other == self


def same(grams: int) -> bool:
    return Weight(grams) == object()
