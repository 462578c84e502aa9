import io


def copied(data: bytes) -> bytes:
    stream = io.BytesIO(data)
    return b"".join(iter(stream.readline, ""))
