def main(a: int, b: int, c: int) -> int:
    while a == b:
        a += c
        b += 2 - c
    return a
