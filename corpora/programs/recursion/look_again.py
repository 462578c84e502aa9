def locate(name: str, table: dict[str, int]) -> int:
    if name in table:
        return table[name]
    return locate(name, table)
