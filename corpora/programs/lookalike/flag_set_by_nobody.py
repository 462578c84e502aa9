class Machine:
    def __init__(self) -> None:
        self._running = True
        self._steps = 0

    def _step(self) -> None:
        self._steps += 1

    def run(self) -> None:
        while self._running:
            self._step()
