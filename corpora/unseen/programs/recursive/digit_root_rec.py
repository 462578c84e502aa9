def digit_sum(n: int) -> int:
    if n == 0:
        return 0
    return n % 10 + digit_sum(n // 10)

def main(n: int) -> int:
    if n < 0:
        return 0
    while n > 9:
        n = digit_sum(n)
    return n
