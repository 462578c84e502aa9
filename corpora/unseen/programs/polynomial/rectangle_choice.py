from collections.abc import Callable


def main(x: int, y: int, n: int, nondet: Callable[[], int]) -> int:
    if x < 1 or y < 1:
        return 0
    while x * y < n:
        if nondet() > 0:
            x += 1
        else:
            y += 1
    return 0
