class Message:
    def __init__(self, fields: dict[str, int]) -> None:
        self.fields = fields

    def __reduce__(self) -> tuple:
        return Message, (self.fields,)

    def __getattr__(self, name: str) -> int:
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(name) from None
