class Chart:
    def margin(self) -> int:
        return 5


class Line(Chart):
    def margin(self) -> int:
        return super(Line, self).margin() + 1


class Dotted(Line):
    pass
