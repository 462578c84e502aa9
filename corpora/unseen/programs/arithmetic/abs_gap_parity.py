def main(x: int, y: int) -> int:
    while abs(x - y) > 0:
        if x < y:
            x += 2
        else:
            x -= 2
    return 0
