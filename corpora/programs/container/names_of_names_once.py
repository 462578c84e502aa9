from collections.abc import Callable


def expand(read_list: Callable[[str], list[str]], names: list[str]) -> list[str]:
    names = list(names)
    found = []
    used = set()
    for name in names:
        if not name.startswith("@"):
            found.append(name)
        elif name not in used:
            used.add(name)
            names.extend(read_list(name[1:]))
    return found
