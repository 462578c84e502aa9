def main(x: int, y: int) -> int:
    rounds = 0
    while x > 0:
        x, y = y, x
        rounds += 1
    return rounds
