import time


class Game:
    def __init__(self) -> None:
        self.x = 0

    def draw(self) -> None:
        print(" " * (self.x % 20) + "*")

    def run(self) -> None:
        while True:
            self.x += 1
            self.draw()
            time.sleep(1 / 60)
