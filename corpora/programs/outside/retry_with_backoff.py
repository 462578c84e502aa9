import time


def load(path: str) -> str:
    delay = 0.001
    while True:
        try:
            with open(path) as stream:
                return stream.read()
        except OSError:
            if delay > 0.01:
                raise
            time.sleep(delay)
            delay *= 2
