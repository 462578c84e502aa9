def fall(n: int, k: int) -> int:
    rounds = 0
    while n > 0:
        n -= max(1, k)
        rounds += 1
    return rounds
