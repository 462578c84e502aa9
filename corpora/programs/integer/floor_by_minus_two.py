def negabinary_length(n: int) -> int:
    length = 0
    while n != 0:
        n //= -2
        length += 1
    return length
