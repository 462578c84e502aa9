def mark(table: dict[str, int]) -> dict[str, int]:
    for key in table:
        table[key + "'"] = 0
    return table
