def copy_lines(path: str) -> list[bytes]:
    lines = []
    with open(path, "rb") as stream:
        line = stream.readline()
        while line != b"":
            lines.append(line)
            line = stream.readline()
    return lines
