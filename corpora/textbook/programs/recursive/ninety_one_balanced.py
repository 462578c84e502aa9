def f(n: int) -> int:
    if n > 50:
        return n - 7
    return f(f(n + 7))
