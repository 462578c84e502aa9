def shorten(items: list[int], limit: int) -> list[int]:
    while len(items) > limit:
        items.pop()
    return items
