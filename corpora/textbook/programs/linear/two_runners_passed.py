def main(high: int, low: int) -> int:
    laps = 0
    while low < high:
        low += 3
        high += 1
        laps += 1
    return laps
