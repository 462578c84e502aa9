from collections.abc import Callable

def at_least_zero(d: int) -> int:
    if d < 0:
        return 0
    return d

def main(x: int, nondet: Callable[[], int]) -> int:
    while x > 0:
        d = at_least_zero(nondet())
        x = x - d
    return x
