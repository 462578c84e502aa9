def indent(links: dict[str, str], name: str, depth: int) -> str:
    if name not in links:
        return " " * depth + name
    return indent(links, links[name], depth + 1)
