def zero(n: int) -> int:
    if n <= 0:
        return 0
    return zero(zero(n - 1))
