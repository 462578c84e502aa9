def main(a: int, b: int, c: int) -> int:
    if a < 0:
        return 0
    if b <= a:
        return 1
    while a < b:
        a += c
    return a
