def main(x: int, y: int) -> int:
    rounds = 0
    while x > 0:
        x, y = y - 1, x
        rounds += 1
    return rounds
