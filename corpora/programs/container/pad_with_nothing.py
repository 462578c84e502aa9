def pad(text: str, width: int, filler: str) -> str:
    while len(text) < width:
        text += filler
    return text
