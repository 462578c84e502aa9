import os


def pump(descriptor: int) -> None:
    lines = 0
    while True:
        try:
            os.read(descriptor, 512)
            lines += 1
        except OSError:
            lines = 0
