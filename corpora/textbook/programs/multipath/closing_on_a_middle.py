def main(a: int, b: int, c: int) -> int:
    while a < b < c:
        if b - a < c - b:
            c -= 1
        else:
            a += 1
    return c - a
