def exact_root(n: int) -> int:
    root = 0
    while root * root != n:
        root += 1
    return root
