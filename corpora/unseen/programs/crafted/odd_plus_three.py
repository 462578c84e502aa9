def is_odd(n: int) -> int:
    return n % 2


def main(n: int) -> int:
    while n > 3:
        if is_odd(n) == 1:
            n = n + 3
        else:
            n = n // 2
    return n
