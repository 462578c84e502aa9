def main(a: int, b: int, c: int) -> int:
    while a > 0:
        first = a
        a = b
        b = c
        c = first - 1
    return a + b + c
