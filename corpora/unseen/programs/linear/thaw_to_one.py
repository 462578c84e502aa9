def main(x: int, y: int) -> int:
    while x > 0:
        x = x - y
        if y < 1:
            y = y + 1
    return x
