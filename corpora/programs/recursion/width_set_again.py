class Column:
    @property
    def width(self):
        return 1

    @width.setter
    def width(self, width):
        if width < 0:
            raise ValueError(width)
        self.width = width


def widen(column: Column):
    column.width = 3
