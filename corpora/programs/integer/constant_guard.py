def wait_for_level() -> int:
    level, rounds = 3, 0
    while level < 10:
        rounds += 1
    return rounds
