import io
from typing import TextIO


class Records:
    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def __iter__(self) -> "Records":
        return self

    def __next__(self) -> str:
        line = self.stream.readline()
        if not line:
            raise StopIteration
        return line.strip()


def records(text: str) -> list[str]:
    return list(Records(io.StringIO(text)))
