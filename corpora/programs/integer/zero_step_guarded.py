def advance(start: int, end: int, step: int) -> int:
    if step <= 0:
        raise ValueError("step must be positive")
    position = start
    while position < end:
        position += step
    return position
