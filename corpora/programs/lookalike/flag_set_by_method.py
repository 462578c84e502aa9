class Machine:
    def __init__(self) -> None:
        self.running = True
        self.steps = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps >= 3:
            self.running = False

    def run(self) -> None:
        while self.running:
            self.step()
