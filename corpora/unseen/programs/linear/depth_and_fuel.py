from collections.abc import Callable


def main(depth: int, fuel: int, nondet: Callable[[], int]) -> int:
    while depth > 0:
        if fuel > 0 and nondet() > 0:
            depth += 1
            fuel -= 1
        else:
            depth -= 1
    return fuel
