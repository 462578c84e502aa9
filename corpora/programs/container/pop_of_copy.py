def drain(items: list[int]) -> int:
    total = 0
    while items:
        rest = list(items)
        total += rest.pop()
    return total
