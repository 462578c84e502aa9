def main(n: int) -> int:
    rounds = 0
    while n > 1:
        p = 1
        while 2 * p <= n:
            p *= 2
        n = p
        rounds += 1
    return rounds
