def grow(n: int, limit: int) -> int:
    if n > limit or n <= 0:
        return n
    return grow(n * 2, limit)


def main(n: int, limit: int) -> int:
    return grow(n, limit)
