from collections.abc import Callable


def main(x: int, y: int, r: int, nondet: Callable[[], int]) -> int:
    while x * x - y * y < r:
        x += 1
        y = nondet()
    return 0
