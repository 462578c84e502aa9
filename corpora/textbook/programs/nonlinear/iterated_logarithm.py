def main(n: int) -> int:
    rounds = 0
    while n > 1:
        e = 0
        p = 1
        while 2 * p <= n:
            p *= 2
            e += 1
        n = e
        rounds += 1
    return rounds
