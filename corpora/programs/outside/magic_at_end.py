def find_magic(stream) -> int:
    while stream.read(4) != b"MGC1":
        stream.seek(-3, 1)
    return stream.tell()
