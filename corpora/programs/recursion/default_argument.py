def attempts(left: int = 3) -> list[int]:
    if left <= 0:
        return []
    return [left, *attempts(left - 1)]
