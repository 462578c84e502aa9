import io


def size(data: bytes) -> int:
    stream = io.BytesIO(data)
    total = 0
    for part in iter(lambda: stream.read(4), ""):
        total += len(part)
    return total
