def magnitude(x: float) -> int:
    power = 0
    while x >= 1000:
        x /= 1000
        power += 3
    return power
