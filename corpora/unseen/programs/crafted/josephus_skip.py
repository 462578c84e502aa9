def main(n: int, k: int, pos: int) -> int:
    rounds = 0
    while n > 1:
        pos = (pos + k) % n
        rounds = rounds + 1
        if pos == 0:
            continue
        n = n - 1
    return rounds
