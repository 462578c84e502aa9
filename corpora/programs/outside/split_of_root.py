import os.path


def parts(path: str) -> list[str]:
    names = []
    while path:
        path, name = os.path.split(path)
        names.append(name)
    return names
