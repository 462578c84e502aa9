def append_all(target: list[int], source: list[int]) -> None:
    for number in tuple(source):
        target.append(number)
