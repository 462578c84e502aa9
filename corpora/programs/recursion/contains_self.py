class Registry:
    def __init__(self) -> None:
        self.names = {"a": 1}

    def __contains__(self, name: str) -> bool:
        return name in self
