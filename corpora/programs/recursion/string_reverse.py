def backwards(text: str) -> str:
    if len(text) < 2:
        return text
    return backwards(text[1:]) + text[0]
