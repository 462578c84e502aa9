def main(a: int, b: int, full: int) -> int:
    rounds = 0
    while a > 0:
        if b > 0:
            b -= 1
        else:
            a -= 1
            b = full
        rounds += 1
    return rounds
