def main(x: int, n: int) -> int:
    a = x
    b = 1 - x
    while n > 0:
        n = n - a - b
        a = a + 2
        b = b - 2
    return n
