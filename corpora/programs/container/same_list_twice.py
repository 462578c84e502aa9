def append_all(target: list[int], source: list[int]) -> None:
    for number in source:
        target.append(number)
