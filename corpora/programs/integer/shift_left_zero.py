def grow(size: int, n: int) -> int:
    while size <= n:
        size <<= 1
    return size
