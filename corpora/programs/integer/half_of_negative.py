def bit_length(n: int) -> int:
    bits = 0
    while n:
        n //= 2
        bits += 1
    return bits
