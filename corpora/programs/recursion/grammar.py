def parse(text: str) -> int:
    value, _ = _expression(text, 0)
    return value


def _expression(text: str, place: int) -> tuple[int, int]:
    value, place = _atom(text, place)
    while place < len(text) and text[place] == "+":
        more, place = _atom(text, place + 1)
        value += more
    return value, place


def _atom(text: str, place: int) -> tuple[int, int]:
    if place < len(text) and text[place] == "(":
        value, place = _expression(text, place + 1)
        return value, place + 1
    return int(text[place]), place + 1
