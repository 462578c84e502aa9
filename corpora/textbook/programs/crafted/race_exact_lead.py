def main(a: int, b: int) -> int:
    while a != b:
        a += 3
        b += 1
    return a
