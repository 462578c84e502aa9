import os.path


def depth(path: str) -> int:
    parent = os.path.dirname(path)
    if parent == path:
        return 0
    return 1 + depth(parent)
