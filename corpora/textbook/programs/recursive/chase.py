def chase(x: int, y: int) -> int:
    if x >= y:
        return x
    return chase(x + 2, y + 1)
