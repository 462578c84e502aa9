def blocks(stream) -> list[bytes]:
    found = []
    while True:
        length = int.from_bytes(stream.read(1), "big")
        if length == 255:
            return found
        if length == 0:
            continue
        found.append(stream.read(length))
