class Token:
    def __init__(self, kind: str) -> None:
        self.kind = str(kind)

    def __repr__(self) -> str:
        return f"Token({self.kind!r})"
