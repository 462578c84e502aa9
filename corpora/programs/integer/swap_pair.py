def trade(a: int, b: int) -> int:
    while a != b:
        a, b = b, a
    return a
