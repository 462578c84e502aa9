def hops(start: int, target: int) -> int:
    place, count = start, 0
    while place != target:
        place = (place + 4) % 12
        count += 1
    return count
