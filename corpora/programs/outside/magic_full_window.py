def find_magic(stream) -> int:
    while len(window := stream.read(4)) == 4:
        if window == b"MGC1":
            return stream.tell()
        stream.seek(-3, 1)
    return -1
