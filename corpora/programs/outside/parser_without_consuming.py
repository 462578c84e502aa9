def item_end(text: str, place: int) -> int:
    while place < len(text) and text[place].isdigit():
        place += 1
    return place


def parse(text: str) -> int:
    place = count = 0
    while place < len(text):
        place = item_end(text, place)
        count += 1
    return count
