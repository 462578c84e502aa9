def directories(stream) -> int:
    seen = set()
    offset = int.from_bytes(stream.read(4), "big")
    while offset and offset not in seen:
        seen.add(offset)
        stream.seek(offset)
        offset = int.from_bytes(stream.read(4), "big")
    return len(seen)
