import random


class Lots:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, people):
        return self.random.choice(list(people))

    def team(self, people, size):
        left = sorted(set(people))
        if size > len(left):
            raise ValueError("too few people")
        found = set()
        for _ in range(size):
            name = self.one(left)
            found.add(name)
            left.remove(name)
        return found
