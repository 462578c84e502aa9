import threading


def wait() -> int:
    ready = threading.Event()
    rounds = 0
    threading.Timer(0.01, ready.set).start()
    while not ready.is_set():
        ready.wait(0.005)
        rounds += 1
    return rounds
