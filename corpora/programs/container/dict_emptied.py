def drain(table: dict[str, int]) -> int:
    total = 0
    while table:
        _, value = table.popitem()
        total += value
    return total
