def main(x: int, limit: int) -> int:
    if limit < 0:
        limit = -limit
    while abs(x) > limit:
        if x > 0:
            x -= 1
        else:
            x += 1
    return x
