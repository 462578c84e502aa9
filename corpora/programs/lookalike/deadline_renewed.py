import time


def spin() -> int:
    rounds = 0
    deadline = time.monotonic() + 60.0
    while time.monotonic() < deadline:
        rounds += 1
        deadline = time.monotonic() + 60.0
    return rounds
