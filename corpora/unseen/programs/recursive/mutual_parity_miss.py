def ping(n: int) -> int:
    if n == 0:
        return 0
    return pong(n - 3)


def pong(n: int) -> int:
    return ping(n + 1)


def main(n: int) -> int:
    if not n >= 0:
        return 0
    return ping(n)
