def next_power(n: int) -> int:
    bit = 1
    while bit <= n:
        bit <<= 1
    return bit
