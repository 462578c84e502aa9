def boxes(stream) -> list[bytes]:
    names = []
    while True:
        header = stream.read(8)
        if len(header) < 8:
            return names
        size = int.from_bytes(header[4:], "big")
        if size < 8:
            raise ValueError("box smaller than its header")
        names.append(header[:4])
        stream.seek(size - 8, 1)
