def turns(a: int, b: int, turn: int) -> int:
    if a <= 0 or b <= 0:
        return a - b
    if turn == 0:
        return turns(a + 1, b - 1, 1)
    return turns(a - 1, b + 1, 0)
