def main() -> int:
    x = 0
    rounds = 0
    while x != 5:
        x = (x * x + 1) % 7
        rounds += 1
    return rounds
