def fibonacci_below(n: int) -> list[int]:
    found = []
    a, b = 0, 1
    while a < n:
        found.append(a)
        a, b = b, a + b
    return found
