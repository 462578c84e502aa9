def main(x: int, y: int) -> int:
    rounds = 0
    while x + y > 0:
        x = x - 2
        y = y + 1
        rounds = rounds + 1
    return rounds
