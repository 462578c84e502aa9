def clean(text: str) -> str:
    if text.startswith(" "):
        return clean(text.strip("-"))
    return text
