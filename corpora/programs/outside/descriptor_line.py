import os


def read_line(descriptor: int) -> bytes:
    line = b""
    while True:
        line += os.read(descriptor, 1)
        if line.endswith(b"\n"):
            break
    return line
