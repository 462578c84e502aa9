import time


def spin() -> int:
    rounds = 0
    deadline = time.monotonic() + 0.01
    while time.monotonic() < deadline:
        rounds += 1
        time.sleep(0.001)
    return rounds
