def main(a: int, b: int) -> int:
    while b != 0:
        t = a % b - b
        a = b
        b = t
    return a
