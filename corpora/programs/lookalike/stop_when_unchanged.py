def collapse(text: str) -> str:
    while True:
        shorter = text.replace("()", "")
        if shorter == text:
            return text
        text = shorter
