def fill(level: int, target: int, ceiling: int) -> int:
    while level < target:
        level = min(level + 3, ceiling)
    return level
