def main(n: int) -> int:
    rounds = 0
    while n > 0:
        n -= (n + 1) // 2
        rounds += 1
    return rounds
