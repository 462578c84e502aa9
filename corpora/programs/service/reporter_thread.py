import threading
import time


def report(sizes: list[int]) -> None:
    while True:
        print("pending:", len(sizes))
        time.sleep(30)


def start(sizes: list[int]) -> threading.Thread:
    thread = threading.Thread(target=report, args=(sizes,), daemon=True)
    thread.start()
    return thread
