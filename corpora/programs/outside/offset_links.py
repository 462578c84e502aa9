def directories(stream) -> int:
    count = 0
    offset = int.from_bytes(stream.read(4), "big")
    while offset:
        stream.seek(offset)
        offset = int.from_bytes(stream.read(4), "big")
        count += 1
    return count
