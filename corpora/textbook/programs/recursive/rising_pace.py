def climb(x: int, y: int) -> int:
    if x > y:
        return x
    return climb(x + y, y + 1)
