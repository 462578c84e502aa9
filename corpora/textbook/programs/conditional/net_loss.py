def main(x: int, a: int, b: int) -> int:
    while x > 0:
        x = x + a
        x = x - b
    return x
