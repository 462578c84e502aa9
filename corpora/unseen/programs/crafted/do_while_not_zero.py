def main(x: int) -> int:
    if x < 0:
        return 0
    rounds = 0
    while True:
        x = x - 1
        rounds = rounds + 1
        if not x != 0:
            break
    return rounds
