class Lazy:
    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> str:
        if name in self.cache:
            return self.cache[name]
        return self.source
