def main(n: int) -> int:
    a = 0
    b = 1
    while b * b - a * b - a * a + a < n:
        a, b = b, a + b
    return 0
