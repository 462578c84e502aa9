def main(a: int, b: int) -> int:
    while b != 0:
        a, b = a % b, b
    return a
