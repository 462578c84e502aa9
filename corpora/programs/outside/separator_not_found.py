def fields(text: str) -> list[str]:
    found = []
    start = 0
    while start < len(text):
        comma = text.find(",", start)
        found.append(text[start:comma])
        start = comma + 1
    return found
