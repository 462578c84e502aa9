def one(n: int) -> int:
    if n <= 0:
        return 1
    return one(one(n - 1))
