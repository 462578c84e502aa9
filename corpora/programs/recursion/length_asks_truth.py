class Bag:
    def __init__(self) -> None:
        self.items: list[str] = []

    def __len__(self) -> int:
        if not self:
            return 0
        return len(self.items)
