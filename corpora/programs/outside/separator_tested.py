def fields(text: str) -> list[str]:
    found = []
    start = 0
    while True:
        comma = text.find(",", start)
        if comma < 0:
            break
        found.append(text[start:comma])
        start = comma + 1
    found.append(text[start:])
    return found
