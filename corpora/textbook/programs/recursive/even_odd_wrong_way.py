def is_even(n: int) -> bool:
    if n == 0:
        return True
    if n < 0:
        return is_odd(n + 1)
    return is_odd(n - 1)


def is_odd(n: int) -> bool:
    if n == 0:
        return False
    if n < 0:
        return is_even(n - 1)
    return is_even(n - 1)


def main(n: int) -> bool:
    return is_even(n)
