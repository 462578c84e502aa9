def search(n: int, found: int) -> int:
    if found != 0:
        return n
    if n % 7 == 3:
        return search(n, 1)
    return search(n + 1, 0)
