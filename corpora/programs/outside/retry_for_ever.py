def load(path: str) -> str:
    while True:
        try:
            with open(path) as stream:
                return stream.read()
        except OSError:
            continue
