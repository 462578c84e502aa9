def half(x: int) -> int:
    return x >> 1

def main(x: int) -> int:
    bits = 0
    while x != 0:
        bits = bits + (x & 1)
        x = half(x)
    return bits
