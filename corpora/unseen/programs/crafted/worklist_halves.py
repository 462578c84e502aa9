def main(n: int) -> int:
    work: list[int] = []
    work.append(n)
    c = 0
    while len(work) > 0:
        x = work.pop()
        c = c + 1
        if x > 0:
            work.append(x - 1)
            work.append(x // 2)
    return c
