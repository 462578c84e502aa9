def tally(n: int) -> int:
    while True:
        n += 1
