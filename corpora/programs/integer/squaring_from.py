def square_up(p: int, n: int) -> int:
    while p < n:
        p *= p
    return p
