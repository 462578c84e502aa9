def f(n: int, m: int) -> int:
    if n <= 0:
        return m
    k = f(n - 1, m)
    while k > n:
        k = k - (n - 1)
    return k


def main(n: int, m: int) -> int:
    return f(n, m)
