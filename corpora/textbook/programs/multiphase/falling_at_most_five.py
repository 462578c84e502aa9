def main(x: int, y: int) -> int:
    while x > 0:
        x += y
        if y > -5:
            y -= 1
    return x
