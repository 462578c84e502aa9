def main(n: int) -> int:
    bits = 0
    while n != 0:
        n //= 2
        bits += 1
    return bits
