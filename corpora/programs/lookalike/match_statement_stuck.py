def interpret(words: list[str]) -> int:
    height = 0
    while True:
        match words:
            case ["up", *rest]:
                height += 1
                words = rest
            case ["pause", *_]:
                height += 0
            case _:
                return height
