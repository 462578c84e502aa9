def main(x: int) -> int:
    while x > 0:
        z = x
        y = 0
        while x > 0:
            x = x - 1
            y = y + 2
        x = y - z + 1
    return 0
