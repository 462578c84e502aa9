import time


class Ticker:
    def __init__(self) -> None:
        self.running = True
        self.ticks = 0

    def stop(self) -> None:
        self.running = False

    def run(self) -> None:
        while self.running:
            self.ticks += 1
            time.sleep(0.005)
