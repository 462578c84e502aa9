def drain(stack: list[int]) -> int:
    total = 0
    while stack:
        total += stack.pop()
    return total
