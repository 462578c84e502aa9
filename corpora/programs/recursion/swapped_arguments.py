def weave(x: int, y: int) -> int:
    if x <= 0 or y <= 0:
        return x + y
    return 1 + weave(y - 1, x)
