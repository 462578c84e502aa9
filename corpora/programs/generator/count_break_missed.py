from itertools import count


def position(target: int) -> int:
    steps = 0
    for number in count(0, 2):
        if number == target:
            break
        steps += 1
    return steps
