def ask() -> int:
    while True:
        try:
            return int(input())
        except ValueError:
            print("a number, please")
