class Volume:
    def __init__(self, table):
        self.table = table

    def sectors(self, first):
        found = []
        while first < 0xFFF8:
            found.append(first)
            first = self.table[first]
        return found
