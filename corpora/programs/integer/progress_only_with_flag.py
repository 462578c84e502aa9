def approach(x: int, y: int, moving: bool) -> int:
    while x < y:
        if moving:
            x += 1
    return x
