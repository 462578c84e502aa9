def batches(items: list[int], size: int) -> list[list[int]]:
    found = []
    while items:
        found.append(items[:size])
        items = items[size:]
    return found
