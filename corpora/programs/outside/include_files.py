def expand(texts: dict[str, str], name: str) -> list[str]:
    lines = []
    for line in texts[name].splitlines():
        if line.startswith("@"):
            lines.extend(expand(texts, line[1:]))
        else:
            lines.append(line)
    return lines
