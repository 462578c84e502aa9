def main(base: int, n: int) -> int:
    y = 1
    exponent = 0
    while y < n:
        y = y * base
        exponent += 1
    return exponent
