def numbers(rows: list[str]) -> list[int]:
    found = []
    i = 0
    while i < len(rows):
        try:
            found.append(int(rows[i]))
            i += 1
        except ValueError:
            continue
    return found
