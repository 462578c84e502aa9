class Message:
    def __init__(self, fields: dict[str, int]) -> None:
        self.fields = fields

    def __copy__(self) -> "Message":
        return Message(self.fields)

    def __deepcopy__(self, memo: dict) -> "Message":
        return Message(dict(self.fields))

    def __getattr__(self, name: str) -> int:
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(name) from None
