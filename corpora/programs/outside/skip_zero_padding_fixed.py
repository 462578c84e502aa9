def skip_padding(stream):
    byte = stream.read(1)
    while byte == b"\0":
        byte = stream.read(1)
    return byte
