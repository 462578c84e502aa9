class Filter:
    def __init__(self, hidden: set[str]) -> None:
        self.hidden = hidden

    def masked(self, value):
        if isinstance(value, dict):
            return self.masked_members(value)
        return value

    def masked_members(self, table):
        return {key: "***" if key in self.hidden else self.masked(table[key]) for key in table}
