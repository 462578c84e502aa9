def boxes(stream) -> list[bytes]:
    names = []
    while True:
        header = stream.read(8)
        if len(header) < 8:
            return names
        names.append(header[:4])
        stream.seek(int.from_bytes(header[4:], "big") - 8, 1)
