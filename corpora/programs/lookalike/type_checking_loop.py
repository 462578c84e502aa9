_DEBUG = False


def answer(n: int) -> int:
    while _DEBUG and n < 0:
        n += 0
    return n
