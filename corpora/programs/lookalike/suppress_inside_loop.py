from contextlib import suppress


def total(rows: list[str]) -> int:
    result = i = 0
    while i < len(rows):
        with suppress(ValueError):
            result += int(rows[i])
            i += 1
    return result
