import threading


class Flusher:
    def __init__(self) -> None:
        self.wanted = threading.Event()
        self.flushes = 0

    def request(self) -> None:
        self.wanted.set()

    def run(self) -> None:
        while True:
            self.wanted.wait()
            self.wanted.clear()
            self.flushes += 1
