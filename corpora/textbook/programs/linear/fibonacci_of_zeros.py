def main(a: int, b: int, limit: int) -> int:
    if a < 0 or b < 0:
        return 0
    while b < limit:
        a, b = b, a + b
    return b
