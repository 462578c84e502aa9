def prompt() -> int:
    count = 0
    while True:
        try:
            line = input("> ")
        except EOFError:
            return count
        if line:
            count += 1
            print(line.upper())
