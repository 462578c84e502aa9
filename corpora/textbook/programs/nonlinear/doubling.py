def main(x: int, n: int) -> int:
    rounds = 0
    while x < n:
        x *= 2
        rounds += 1
    return rounds
