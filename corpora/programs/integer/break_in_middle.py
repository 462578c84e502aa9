def first_above(limit: int) -> int:
    n = 0
    while True:
        if n * n > limit:
            break
        n += 1
    return n
