def main(slow: int, fast: int) -> int:
    rounds = 0
    while slow < fast:
        slow += 2
        fast += 3
        rounds += 1
    return rounds
