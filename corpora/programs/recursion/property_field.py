class Circle:
    def __init__(self, radius: int) -> None:
        self._radius = radius

    @property
    def radius(self) -> int:
        return self._radius

    @property
    def diameter(self) -> int:
        return self.radius * 2
