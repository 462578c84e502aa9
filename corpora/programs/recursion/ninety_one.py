def ninety_one(n: int) -> int:
    if n > 100:
        return n - 10
    return ninety_one(ninety_one(n + 11))
