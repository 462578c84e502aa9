def receive_exactly(connection, size: int) -> bytes:
    buffer = b""
    while len(buffer) < size:
        chunk = connection.recv(size - len(buffer))
        if chunk == b"":
            raise ConnectionError("peer closed")
        buffer += chunk
    return buffer
