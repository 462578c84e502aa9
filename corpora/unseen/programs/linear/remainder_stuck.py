def main(x: int) -> int:
    while x > 0:
        y = x
        while y > 0:
            y -= 3
        x = x + y
    return x
