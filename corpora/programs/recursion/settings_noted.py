class Settings(dict):
    def plain(self, begun: dict | None = None) -> dict:
        begun = {} if begun is None else begun
        found = begun[id(self)] = {}
        for key, value in self.items():
            if isinstance(value, Settings):
                value = begun[id(value)] if id(value) in begun else value.plain(begun)
            found[key] = value
        return found
