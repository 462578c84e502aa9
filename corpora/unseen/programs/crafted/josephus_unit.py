def advance(pos: int, n: int) -> int:
    return (pos + 1) % n


def main(n: int, pos: int) -> int:
    rounds = 0
    while n > 1:
        pos = advance(pos, n)
        rounds = rounds + 1
        if pos != 0:
            continue
        n = n - 1
    return rounds
