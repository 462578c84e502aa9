def hops() -> int:
    place, count = 0, 0
    while place != 9:
        place = (place + 7) % 12
        count += 1
    return count
