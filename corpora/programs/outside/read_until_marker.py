def read_header(stream):
    buffer = b""
    while b"\n\n" not in buffer:
        buffer += stream.read(1024)
    return buffer
