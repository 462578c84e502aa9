def drain(n: int) -> int:
    def tick(left: int) -> None:
        left -= 1

    while n > 0:
        tick(n)
    return n
