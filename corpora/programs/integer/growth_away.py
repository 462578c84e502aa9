def settle(value: int, limit: int) -> int:
    while value > limit:
        value += 1
    return value
