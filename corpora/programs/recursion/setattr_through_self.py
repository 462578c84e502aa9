class Record:
    def __init__(self, size: int) -> None:
        self.size = size

    def __setattr__(self, name: str, value: int) -> None:
        self.changed = True
        object.__setattr__(self, name, value)
