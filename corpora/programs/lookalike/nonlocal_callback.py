def apply(numbers: list[int]) -> int:
    finished = False
    seen = 0

    def look() -> None:
        nonlocal finished, seen
        seen += 1
        if seen >= len(numbers):
            finished = True

    while not finished:
        look()
    return seen
