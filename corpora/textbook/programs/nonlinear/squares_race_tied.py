def main(a: int, b: int) -> int:
    while a * a < b * b:
        a += 1
        b += 1
    return a
