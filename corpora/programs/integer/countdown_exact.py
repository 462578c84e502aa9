def countdown_exact(n):
    rounds = 0
    while n != 0:
        n -= 1
        rounds += 1
    return rounds
