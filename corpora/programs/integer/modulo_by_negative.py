def align_down(n: int) -> int:
    while n % -5 != 0:
        n -= 1
    return n
