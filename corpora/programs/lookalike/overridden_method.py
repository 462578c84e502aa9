class Walker:
    def __init__(self, left: int) -> None:
        self.left = left

    def step(self) -> None:
        self.left -= 1

    def run(self) -> int:
        steps = 0
        while self.left > 0:
            self.step()
            steps += 1
        return steps


class Runner(Walker):
    def step(self) -> None:
        self.left -= 2
