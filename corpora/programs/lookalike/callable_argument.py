from collections.abc import Callable


def wait_until(ready: Callable[[], bool]) -> int:
    rounds = 0
    while not ready():
        rounds += 1
    return rounds
