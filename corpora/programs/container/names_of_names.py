from collections.abc import Callable


def expand(read_list: Callable[[str], list[str]], names: list[str]) -> list[str]:
    names = list(names)
    found = []
    for name in names:
        if name.startswith("@"):
            names.extend(read_list(name[1:]))
        else:
            found.append(name)
    return found
