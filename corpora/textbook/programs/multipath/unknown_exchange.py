from collections.abc import Callable


def main(x: int, y: int, nondet: Callable[[], int]) -> int:
    while x > 0 and y > 0:
        if nondet() == 0:
            x -= 1
            y += 1
        else:
            y -= 1
            x += 1
    return x
