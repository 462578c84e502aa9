def main(a: int, b: int) -> int:
    if not (a >= 1 and b >= a):
        return 0
    while b > 0:
        b = b - a
        a = a + 1
    return a
