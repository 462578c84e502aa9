def squeeze(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text
