def main(a: int, b: int, c: int) -> int:
    if a < 1:
        return c
    while b * b - 4 * a * c > 0:
        c += 1
    return c
