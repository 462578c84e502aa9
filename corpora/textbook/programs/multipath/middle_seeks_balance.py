def main(a: int, b: int, c: int) -> int:
    while a < b < c:
        if b - a < c - b:
            b += 1
        else:
            b -= 1
    return c - a
