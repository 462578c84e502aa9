def main(a: int, b: int, limit: int) -> int:
    if a < 1 or b < 1:
        return 0
    while b < limit:
        a, b = b, a + b
    return b
