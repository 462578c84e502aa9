def main(x: int, y: int) -> int:
    while x > 0 and y > 0:
        if x > y:
            x -= 1
        else:
            y -= 1
    return x + y
