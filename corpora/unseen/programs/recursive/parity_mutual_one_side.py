def is_even(n: int) -> int:
    if n == 0:
        return 1
    return is_odd(n - 1)

def is_odd(n: int) -> int:
    if n == 0:
        return 0
    return is_even(n - 1)

def main(x: int, y: int) -> int:
    if x >= 0:
        return is_even(x)
    else:
        return is_odd(y)
