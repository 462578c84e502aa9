import re

WORD = re.compile(r"\s*(\w+)")


def words(text: str) -> list[str]:
    found = []
    place = 0
    while match := WORD.match(text, place):
        found.append(match.group(1))
        place = match.end()
    return found
