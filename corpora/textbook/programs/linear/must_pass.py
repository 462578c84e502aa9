def main(a: int, b: int) -> int:
    while a < b:
        a += 2
        b -= 1
    return a
