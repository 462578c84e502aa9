def main(a: int) -> int:
    x = a % 7
    while x != 5:
        x = (x * x + 1) % 7
    return x
