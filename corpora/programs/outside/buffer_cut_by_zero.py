def messages(buffer: bytes) -> list[bytes]:
    found = []
    while buffer:
        size = buffer[0]
        found.append(buffer[:size])
        buffer = buffer[size:]
    return found
