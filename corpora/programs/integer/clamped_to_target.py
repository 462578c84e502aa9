def fill(level: int, target: int) -> int:
    while level < target:
        level = min(level + 3, target)
    return level
