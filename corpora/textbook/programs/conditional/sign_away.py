def main(x: int, s: int) -> int:
    while x * s > 0:
        x += s
    return x
