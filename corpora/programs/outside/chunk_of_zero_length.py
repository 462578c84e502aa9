def chunks(data: bytes) -> int:
    place = count = 0
    while place < len(data):
        place += data[place]
        count += 1
    return count
