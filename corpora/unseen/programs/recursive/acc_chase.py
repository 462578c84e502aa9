def f(n: int, acc: int, k: int) -> int:
    if n > acc:
        return acc
    return f(n + k, acc + 1, k + 1)


def main(n: int, acc: int, k: int) -> int:
    return f(n, acc, k)
