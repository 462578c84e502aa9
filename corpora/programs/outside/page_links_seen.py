import json


def titles(text: str, first: str) -> list[str]:
    pages = json.loads(text)
    found: list[str] = []
    seen: set[str] = set()
    key = first
    while key and key not in seen:
        seen.add(key)
        page = pages[key]
        found.append(page["title"])
        key = page["next"]
    return found
