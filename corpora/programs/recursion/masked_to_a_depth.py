class Filter:
    def __init__(self, hidden: set[str]) -> None:
        self.hidden = hidden

    def masked(self, value, depth=0):
        if isinstance(value, dict) and depth < 8:
            return self.masked_members(value, depth + 1)
        return value

    def masked_members(self, table, depth):
        return {
            key: "***" if key in self.hidden else self.masked(table[key], depth) for key in table
        }
