def main(base: int, n: int) -> int:
    if base <= 1:
        return -1
    y = 1
    exponent = 0
    while y < n:
        y = y * base
        exponent += 1
    return exponent
