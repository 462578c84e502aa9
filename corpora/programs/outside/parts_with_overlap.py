class Splitter:
    def __init__(self, clean, size, overlap):
        self.clean = clean
        self.size = size
        self.overlap = overlap

    def split(self, document):
        text = self.clean(document)
        total = len(text)
        found = []
        start = 0
        while start < total:
            end = min(start + self.size, total)
            found.append(text[start:end])
            start = end - self.overlap
        return found
