def drain(n: int) -> int:
    ticks = 0

    def tick() -> None:
        nonlocal n, ticks
        n -= 1
        ticks += 1

    while n > 0:
        tick()
    return ticks
