import time


class Scheduler:
    def __init__(self) -> None:
        self.periods: list[float] = []
        self.runs = 0

    def add(self, period: float) -> None:
        self.periods.append(period)

    def run_forever(self) -> None:
        while True:
            time.sleep(max(0.1, min(self.periods, default=1.0)))
            self.runs += len(self.periods)
