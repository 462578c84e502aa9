from collections.abc import Iterator


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    place = 0
    while place < len(data):
        yield data[place : place + size]
        place += size
