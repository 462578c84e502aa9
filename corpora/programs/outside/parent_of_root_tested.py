import os


def project_root(path: str) -> str:
    while not os.path.exists(os.path.join(path, ".no-such-marker")):
        parent = os.path.dirname(path)
        if parent == path:
            break
        path = parent
    return path
