import os.path


def depth(path: str) -> int:
    if path == "":
        return 0
    return 1 + depth(os.path.dirname(path))
