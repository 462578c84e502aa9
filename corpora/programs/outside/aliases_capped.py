def resolve(aliases: dict[str, str], name: str) -> str:
    for _ in range(len(aliases)):
        if name not in aliases:
            break
        name = aliases[name]
    return name
