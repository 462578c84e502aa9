def stutter(words: list[str]) -> list[str]:
    for word in words:
        words.insert(0, word)
    return words
