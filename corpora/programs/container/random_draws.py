import random


def lottery() -> set[int]:
    drawn: set[int] = set()
    while len(drawn) < 6:
        drawn.add(random.randint(1, 49))
    return drawn
