def ackermann(m: int, n: int) -> int:
    if m <= 0:
        return n + 1
    if n <= 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def main(m: int, n: int) -> int:
    return ackermann(m, n)
