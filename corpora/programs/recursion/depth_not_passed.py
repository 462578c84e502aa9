def follow(links: dict[str, str], name: str, depth: int = 0) -> str:
    if depth > 40 or name not in links:
        return name
    return follow(links, links[name])
