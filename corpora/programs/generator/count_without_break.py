from itertools import count


def total_from(start: int) -> int:
    total = 0
    for i in count(start):
        total += i
    return total
