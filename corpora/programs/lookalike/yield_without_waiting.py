import time


def wait() -> int:
    ready = False
    rounds = 0
    while not ready:
        time.sleep(0)
        rounds += 1
    return rounds
