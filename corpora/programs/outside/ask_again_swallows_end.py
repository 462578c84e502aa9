def ask() -> int:
    while True:
        try:
            return int(input())
        except (ValueError, EOFError):
            print("a number, please")
