import json


def titles(text: str, first: str) -> list[str]:
    pages = json.loads(text)
    found = []
    key = first
    while key:
        page = pages[key]
        found.append(page["title"])
        key = page["next"]
    return found
