def main(a: int, b: int, c: int) -> int:
    while a > 0:
        first = a
        a = b
        b = c
        c = first
    return a + b + c
