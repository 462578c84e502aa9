def longest(path: str) -> int:
    width = 0
    with open(path) as stream:
        for line in stream:
            width = max(width, len(line))
    return width
