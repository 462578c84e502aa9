def fibonacci_from(a: int, b: int, n: int) -> int:
    while a < n:
        a, b = b, a + b
    return a
