from functools import lru_cache


class Stock:
    def __init__(self, parts):
        self.parts = parts

    @lru_cache(maxsize=None)
    def weight(self, name, above=()):
        if name in above:
            return 0
        return 1 + sum(self.weight(part, (*above, name)) for part in self.parts[name])
