def ping(n: int, m: int) -> int:
    if n > 0:
        return pong(n - 1, m)
    return m


def pong(n: int, m: int) -> int:
    if m != 0:
        return ping(n + 5, m - 1)
    return n


def main(n: int, m: int) -> int:
    return ping(n, m)
