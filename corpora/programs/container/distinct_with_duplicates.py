def pick(pool: list[int], wanted: int) -> set[int]:
    chosen: set[int] = set()
    i = 0
    while len(chosen) < wanted:
        chosen.add(pool[i % len(pool)])
        i += 1
    return chosen
