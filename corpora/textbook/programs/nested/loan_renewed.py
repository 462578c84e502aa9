def main(x: int, y: int) -> None:
    while x > 0:
        x -= 1
        while y > 0:
            y -= 1
            x += 1
        y = 1
