def f(i: int, j: int) -> int:
    if i <= 0:
        return j
    if j <= 0:
        return f(i - 1, i * i)
    return f(i, j - 1)


def main(i: int, j: int) -> int:
    return f(i, j)
