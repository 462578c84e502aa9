def messages(buffer: bytes) -> list[bytes]:
    found = []
    while buffer:
        size = buffer[0]
        found.append(buffer[1 : 1 + size])
        buffer = buffer[1 + size :]
    return found
