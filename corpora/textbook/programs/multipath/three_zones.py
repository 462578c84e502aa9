def main(x: int, y: int) -> int:
    while x < y:
        if x < 0:
            x = x + 2
        elif x > 10:
            y = y - 3
        else:
            x += 1
            y -= 1
    return x
