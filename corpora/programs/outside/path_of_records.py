import struct


class Record:
    def __init__(self, data, place):
        self.data = data
        self.place = place

    def read_word(self, at):
        return struct.unpack_from("<I", self.data, self.place + at)[0]

    def has_parent(self):
        return self.read_word(0) != 0

    def parent(self):
        return Record(self.data, self.read_word(0))

    def path(self):
        found = []
        one = self
        while one.has_parent():
            one = one.parent()
            found.append(one.read_word(4))
        return found
