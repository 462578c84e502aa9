def square_up(n: int) -> int:
    p = 2
    while p < n:
        p *= p
    return p
