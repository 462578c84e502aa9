def main(x: int, y: int) -> int:
    while x > 0 or y > 0:
        if x > 0:
            x -= 1
            y += 1
        else:
            y -= 1
    return x + y
