import os


def project_root(path: str) -> str:
    while not os.path.exists(os.path.join(path, ".no-such-marker")):
        path = os.path.dirname(path)
    return path
