def skip_blanks(stream) -> bytes:
    byte = stream.read(1)
    while byte in b" \t\r\n":
        byte = stream.read(1)
    return byte
