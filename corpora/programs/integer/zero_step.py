def advance(start: int, end: int, step: int) -> int:
    position = start
    while position < end:
        position += step
    return position
