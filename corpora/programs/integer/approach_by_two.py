def meet(a: int, b: int) -> int:
    steps = 0
    while a != b:
        a += 2 if a < b else -2
        steps += 1
    return steps
