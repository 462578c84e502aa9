def main(x: int) -> int:
    while x != 0:
        x = -x + 1 if x > 0 else -x - 1
    return x
