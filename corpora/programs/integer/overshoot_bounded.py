def stride(n: int) -> int:
    i = 0
    while i < n:
        i += 2
    return i
