def main(step: int, size: int) -> int:
    place = step % size
    rounds = 1
    while place != 0:
        place = (place + step) % size
        rounds += 1
    return rounds
