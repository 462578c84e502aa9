def main(m: int) -> int:
    x = 0
    while x * x != 49 * m * m:
        x += 2
    return 0
