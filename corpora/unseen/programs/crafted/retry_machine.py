from collections.abc import Callable

def main(nondet: Callable[[], int]) -> int:
    state = 0
    tries = 0
    while state != 3:
        if state == 0:
            if nondet() > 0:
                state = 1
            else:
                state = 2
        elif state == 1:
            tries = tries + 1
            if tries < 5:
                state = 0
            else:
                state = 3
        elif state == 2:
            state = 3
    return tries
