def receive_exactly(connection, size: int) -> bytes:
    buffer = b""
    while len(buffer) < size:
        buffer += connection.recv(size - len(buffer))
    return buffer
