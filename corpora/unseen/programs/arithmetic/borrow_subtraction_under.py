def main(a: int, b: int) -> int:
    if a < 0 or b < 0:
        return 0
    while b != 0:
        a, b = a ^ b, (~a & b) << 1
    return 0
