def last_digit(n: int) -> int:
    return n % 10

def main(n: int) -> int:
    if not n >= 0:
        return 0
    r = 0
    while n != 0:
        r = r * 10 + last_digit(n)
        n = n // 10
    return r
