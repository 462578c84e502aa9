def ninety_one(n: int) -> int:
    if n > 100:
        return n - 10
    return ninety_one(ninety_one(n + 11))


def main(x: int) -> int:
    rounds = 0
    while x <= 100:
        x = ninety_one(x) + 10
        rounds += 1
    return rounds
