class Chart:
    def margin(self) -> int:
        return 5


class Line(Chart):
    def margin(self) -> int:
        return super(self.__class__, self).margin() + 1


class Dotted(Line):
    pass
