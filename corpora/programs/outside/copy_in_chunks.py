def size_of(path: str) -> int:
    size = 0
    with open(path, "rb") as stream:
        while chunk := stream.read(4096):
            size += len(chunk)
    return size
