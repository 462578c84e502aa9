def smallest() -> float:
    x = 1.0
    last = x
    while x > 0:
        last = x
        x /= 2
    return last
