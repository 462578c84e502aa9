def skip_padding(stream):
    byte = stream.read(1)
    while int.from_bytes(byte, "big") == 0:
        byte = stream.read(1)
    return byte
