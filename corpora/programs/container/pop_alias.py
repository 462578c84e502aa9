def drain(items: list[int]) -> int:
    stack = list(items)
    pop = stack.pop
    total = 0
    while stack:
        total += pop()
    return total
