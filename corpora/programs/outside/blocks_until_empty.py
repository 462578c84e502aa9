def blocks(stream) -> list[bytes]:
    found = []
    while header := stream.read(1):
        length = header[0]
        if length == 0:
            continue
        found.append(stream.read(length))
    return found
