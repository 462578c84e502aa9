def numbers(rows: list[str]) -> list[int]:
    found = []
    i = 0
    while i < len(rows):
        try:
            found.append(int(rows[i]))
        except ValueError:
            continue
        finally:
            i += 1
    return found
