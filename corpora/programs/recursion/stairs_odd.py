def stairs(n: int) -> int:
    if n == 0:
        return 0
    return 1 + stairs(n - 2)
