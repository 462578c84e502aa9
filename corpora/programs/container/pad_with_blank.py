def pad(text: str, width: int) -> str:
    while len(text) < width:
        text += " "
    return text
