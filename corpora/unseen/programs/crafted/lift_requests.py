from collections.abc import Callable


def main(floor: int, reqs: int, nondet: Callable[[], int]) -> int:
    state = 0
    target = floor
    door = 0
    while True:
        if state == 0:
            if reqs <= 0:
                break
            reqs = reqs - 1
            target = nondet()
            state = 1
        elif state == 1:
            if floor < target:
                floor = floor + 1
                continue
            if floor > target:
                floor = floor - 1
                continue
            state = 2
            door = 3
        else:
            door = door - 1
            if door == 0:
                state = 0
    return floor
