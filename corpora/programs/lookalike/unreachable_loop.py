def answer(n: int) -> int:
    return n
    while True:
        n += 1
