def command(text, known):
    words = text.split()
    found = None
    at = len(words)
    while found is None:
        name = " ".join(words[:at])
        if name in known:
            found = name
        else:
            at -= 1
        if at <= 0:
            break
    return found
