def fields(text: str) -> list[str]:
    found = []
    while text:
        head, _, text = text.rpartition(",")
        found.append(head)
    return found
