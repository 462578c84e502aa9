def main(x: int, y: int) -> int:
    while True:
        if x < 0:
            return y
        if y < 0:
            y = y + 10
        else:
            y -= 1
