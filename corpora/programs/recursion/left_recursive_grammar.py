def parse(text: str) -> int:
    value, _ = _expression(text, 0)
    return value


def _expression(text: str, place: int) -> tuple[int, int]:
    left, place = _sum(text, place)
    return left, place


def _sum(text: str, place: int) -> tuple[int, int]:
    left, place = _expression(text, place)
    if text[place : place + 1] == "+":
        right, place = _expression(text, place + 1)
        return left + right, place
    return left, place
