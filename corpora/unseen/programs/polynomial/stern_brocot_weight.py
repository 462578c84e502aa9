from collections.abc import Callable


def main(n: int, nondet: Callable[[], int]) -> int:
    a, b, c, d = 0, 1, 1, 0
    while (b * c - a * d) * (a + b + c + d) <= n:
        if nondet() > 0:
            a += c
            b += d
        else:
            c += a
            d += b
    return 0
