def reset(x: int, y: int) -> int:
    rounds = 0
    while x > 0:
        rounds += 1
        if y > 0:
            y -= 1
        else:
            x -= 1
            y = x * 2
    return rounds
