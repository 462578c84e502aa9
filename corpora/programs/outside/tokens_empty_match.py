import re

NUMBER = re.compile(r"[0-9]*")


def numbers(text: str) -> list[str]:
    found = []
    place = 0
    while place < len(text):
        match = NUMBER.match(text, place)
        found.append(match.group())
        place = match.end()
    return found
