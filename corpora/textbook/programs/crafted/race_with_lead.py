def main(slow: int, fast: int) -> int:
    rounds = 0
    while slow < fast:
        slow += 3
        fast += 2
        rounds += 1
    return rounds
