def expand(texts: dict[str, str], name: str, path: tuple[str, ...] = ()) -> list[str]:
    if name in path:
        return []
    lines = []
    for line in texts[name].splitlines():
        if line.startswith("@"):
            lines.extend(expand(texts, line[1:], (*path, name)))
        else:
            lines.append(line)
    return lines
