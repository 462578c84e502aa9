class Namespace:
    def __init__(self, members: dict[str, int]) -> None:
        self.members = members

    def __setstate__(self, state: dict) -> None:
        self.__dict__.update(state)

    def __dir__(self) -> list[str]:
        return sorted(self.members)

    def __getattr__(self, name: str) -> int:
        if name in dir(self):
            return self.members[name]
        raise AttributeError(name)
