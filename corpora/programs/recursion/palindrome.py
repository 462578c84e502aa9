def mirrored(text: str) -> bool:
    if len(text) < 2:
        return True
    return text[0] == text[-1] and mirrored(text[1:-1])
