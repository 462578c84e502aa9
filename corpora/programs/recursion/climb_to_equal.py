def climb(start: int, goal: int) -> int:
    if start == goal:
        return 0
    return 1 + climb(start + 1, goal)
