def skip_blanks(stream) -> bytes:
    byte = stream.read(1)
    while byte in (b" ", b"\t", b"\r", b"\n"):
        byte = stream.read(1)
    return byte
