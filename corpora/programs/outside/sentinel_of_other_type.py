def count_lines(path: str) -> int:
    count = 0
    with open(path, "rb") as stream:
        for _line in iter(stream.readline, ""):
            count += 1
    return count
