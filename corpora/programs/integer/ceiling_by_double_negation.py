def levels(n: int) -> int:
    depth = 0
    while n > 0:
        n = -(n // -2)
        depth += 1
    return depth
