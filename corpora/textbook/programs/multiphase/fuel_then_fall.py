def main(x: int, y: int) -> int:
    while x > 0:
        if y > 0:
            y -= 1
            x += 2
        else:
            x -= 1
    return x
