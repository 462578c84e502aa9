def main(x: int) -> int:
    while x > 0:
        x = 10 - x
    return x
