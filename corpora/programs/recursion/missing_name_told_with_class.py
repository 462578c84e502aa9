class Agent:
    def __init__(self, number: int) -> None:
        self.number = number

    def __repr__(self) -> str:
        return f"Agent({self.number})"

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"{type(self).__name__} has no {name}")
