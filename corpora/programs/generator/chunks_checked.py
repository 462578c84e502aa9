from collections.abc import Iterator


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    if size < 1:
        raise ValueError("size must be positive")
    place = 0
    while place < len(data):
        yield data[place : place + size]
        place += size
