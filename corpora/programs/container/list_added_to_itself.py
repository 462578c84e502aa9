def echo(words: list[str]) -> list[str]:
    for word in words:
        words += [word]
    return words
