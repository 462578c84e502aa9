def fields(text: str) -> list[str]:
    found = []
    while text:
        head, _, text = text.partition(",")
        found.append(head)
    return found
