calls: int = 0
limit: int = 0


def f(x: int) -> int:
    global calls
    global limit
    calls = calls + 1
    if calls > limit:
        return x
    if x % 2 == 0:
        limit = limit + 1
    return f(x + 1)


def main(x: int, m: int) -> int:
    global calls
    global limit
    calls = 0
    limit = m
    return f(x)
