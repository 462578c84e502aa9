class Words(dict):
    def __missing__(self, word):
        self[word] = 0
        count = self[word]
        return count + 1
