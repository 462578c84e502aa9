from itertools import cycle


def greet_all(names: list[str]) -> int:
    greeted = 0
    for name in cycle(names):
        greeted += len(name) + 1
    return greeted
