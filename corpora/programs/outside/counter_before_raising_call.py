def numbers(rows: list[str]) -> list[int]:
    found = []
    i = 0
    while i < len(rows):
        row = rows[i]
        i += 1
        try:
            found.append(int(row))
        except ValueError:
            continue
    return found
