def align(n: int) -> int:
    while n % 8:
        n += 1
    return n
