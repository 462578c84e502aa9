def main(a: int, b: int) -> int:
    while b >= 0:
        while a >= b:
            a -= b
        a, b = b, a
    return a
