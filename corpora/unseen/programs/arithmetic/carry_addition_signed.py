def main(a: int, b: int) -> int:
    steps = 0
    while b != 0:
        a, b = a ^ b, (a & b) << 1
        steps += 1
    return steps
