def par(n: int) -> int:
    if n <= 0:
        return 0
    return 1 - par(n - 1)


def main(x: int, n: int) -> int:
    if not n >= 0:
        return 0
    while x > 0:
        x = x - par(n) - par(n + 1)
        n = n + 1
    return x
