def item_end(text: str, place: int) -> int:
    while place < len(text) and text[place].isdigit():
        place += 1
    return place


def parse(text: str) -> int:
    place = count = 0
    while place < len(text):
        end = item_end(text, place)
        if end <= place:
            raise ValueError("no number here")
        place = end
        count += 1
    return count
