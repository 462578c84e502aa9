import random


class Lots:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, people):
        return self.random.choice(list(people))

    def team(self, people, size):
        if size > len(people):
            raise ValueError("too few people")
        found = set()
        while len(found) < size:
            found.add(self.one(people))
        return found
