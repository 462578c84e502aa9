def main(x: int) -> int:
    while x != 0:
        x = 1 - x
    return x
