from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    free = n
    used = 0
    while free > 0:
        if nondet() > 0:
            free -= 1
            used += 1
        elif used > 0:
            used -= 1
        else:
            free -= 1
    return used
