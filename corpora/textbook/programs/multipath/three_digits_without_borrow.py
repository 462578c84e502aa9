def main(a: int, b: int, c: int, k: int) -> int:
    rounds = 0
    while a > 0 or b > 0 or c > 0:
        if a > 0:
            a -= 1
        elif b > 0:
            a = k
        else:
            c -= 1
            b = k
        rounds += 1
    return rounds
