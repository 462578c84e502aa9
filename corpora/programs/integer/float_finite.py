import math


def magnitude(x: float) -> int:
    if not math.isfinite(x):
        return 0
    power = 0
    while x >= 1000:
        x /= 1000
        power += 3
    return power
