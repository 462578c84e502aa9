def main(a: int, b: int) -> int:
    if a < 0:
        return -1
    if b <= 0:
        return -1
    quotient = 0
    while a >= b:
        a -= b
        quotient += 1
    return quotient
