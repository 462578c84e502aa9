def ascent(height: int, speed: int) -> int:
    ticks = 0
    while height > 0:
        height += speed
        speed += 1
        ticks += 1
    return ticks
