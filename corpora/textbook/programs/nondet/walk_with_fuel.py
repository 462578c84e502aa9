from collections.abc import Callable


def main(n: int, fuel: int, nondet: Callable[[], int]) -> int:
    x = 1
    while x > 0 and x < n and fuel > 0:
        if nondet() > 0:
            x += 1
        else:
            x -= 1
        fuel -= 1
    return x
