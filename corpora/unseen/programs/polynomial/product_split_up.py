def main(a: int, b: int, c: int) -> int:
    while a * b > c:
        a += 1
        b -= 1
    return 0
