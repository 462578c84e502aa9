def main(n: int) -> int:
    rounds = 0
    while n > 1:
        d = 0
        while n >= 2 * d:
            d += 1
        n = d
        rounds += 1
    return rounds
