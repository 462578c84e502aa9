def load(path: str) -> str:
    for _attempt in range(3):
        try:
            with open(path) as stream:
                return stream.read()
        except OSError:
            continue
    return ""
