def main(x: int, y: int) -> int:
    rounds = 0
    while x * y > 0:
        x += 1
        y -= 1
        rounds += 1
    return rounds
