class Words(dict):
    def __missing__(self, word):
        count = self[word]
        return count + 1
