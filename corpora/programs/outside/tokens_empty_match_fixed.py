import re

NUMBER = re.compile(r"[0-9]*")


def numbers(text: str) -> list[str]:
    found = []
    place = 0
    while place < len(text):
        match = NUMBER.match(text, place)
        if match is None or match.end() == place:
            place += 1
            continue
        found.append(match.group())
        place = match.end()
    return found
