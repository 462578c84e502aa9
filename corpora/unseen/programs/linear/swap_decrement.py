def main(x: int, y: int) -> int:
    while x > 0 and y > 0:
        if x > y:
            t = x
            x = y
            y = t - 1
        else:
            y = y - 1
    return x + y
