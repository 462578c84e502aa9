def read_header(stream):
    buffer = b""
    while b"\n\n" not in buffer:
        chunk = stream.read(1024)
        if not chunk:
            raise EOFError("no end of header")
        buffer += chunk
    return buffer
