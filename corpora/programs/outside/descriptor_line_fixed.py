import os


def read_line(descriptor: int) -> bytes:
    line = b""
    while True:
        byte = os.read(descriptor, 1)
        line += byte
        if not byte or line.endswith(b"\n"):
            break
    return line
