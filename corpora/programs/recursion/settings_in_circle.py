class Settings(dict):
    def plain(self) -> dict:
        found = {}
        for key, value in self.items():
            found[key] = value.plain() if isinstance(value, Settings) else value
        return found
