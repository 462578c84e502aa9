def main(x: int, n: int) -> int:
    rounds = 0
    while 0 < x < n:
        x = 2 * x
        rounds += 1
    return rounds
