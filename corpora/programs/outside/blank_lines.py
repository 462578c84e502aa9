def first_words(stream) -> list[str]:
    line = stream.readline()
    while line.strip() == "":
        line = stream.readline()
    return line.split()
