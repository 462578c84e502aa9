import io
from typing import TextIO


class Records:
    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def __iter__(self) -> "Records":
        return self

    def __next__(self) -> str:
        return self.stream.readline().strip()


def records(text: str) -> list[str]:
    return list(Records(io.StringIO(text)))
