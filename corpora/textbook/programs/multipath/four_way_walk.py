def main(x: int, y: int) -> int:
    length = 0
    while x != 0 or y != 0:
        if x > 0:
            x -= 1
        elif x < 0:
            x += 1
        elif y > 0:
            y -= 1
        else:
            y += 1
        length += 1
    return length
