class Lazy:
    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> str:
        known = self.__dict__.get("cache", {})
        if name in known:
            return known[name]
        raise AttributeError(name)
