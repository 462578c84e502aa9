class Splitter:
    def __init__(self, clean, size, overlap):
        if not 0 <= overlap < size:
            raise ValueError("the overlap must be less than the size")
        self.clean = clean
        self.size = size
        self.overlap = overlap

    def split(self, document):
        text = self.clean(document)
        return [text[at : at + self.size] for at in range(0, len(text), self.size - self.overlap)]
