class Column:
    inner = 1

    @property
    def width(self):
        return self.inner

    @width.setter
    def width(self, width):
        if width < 0:
            raise ValueError(width)
        self.inner = width


def widen(column: Column):
    column.width = 3
