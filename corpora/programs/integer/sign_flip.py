def flip(x: int) -> int:
    while x * x > 4:
        x = -x
    return x
