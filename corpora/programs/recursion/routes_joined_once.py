class Stop:
    def __init__(self, name):
        self.name = name
        self.onward = []


class Lines:
    def __init__(self, names):
        self.stops = {name: Stop(name) for name in names}

    def join(self, name, other):
        stop = self.stops[name]
        further = self.stops[other]
        if further not in stop.onward:
            stop.onward.append(further)

    def trips(self, stop, passed=()):
        if stop.name in passed:
            return 0
        return 1 + sum([self.trips(other, (*passed, stop.name)) for other in stop.onward])
