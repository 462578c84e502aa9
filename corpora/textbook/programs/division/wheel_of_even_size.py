def main(size: int) -> int:
    place = 1
    rounds = 0
    while place != 0:
        place = (place + 2) % size
        rounds += 1
    return rounds
