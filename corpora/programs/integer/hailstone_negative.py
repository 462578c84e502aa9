def halve_or_grow(n: int) -> int:
    steps = 0
    while n != 1 and n < 1000:
        n = n // 2 if n % 2 == 0 else n + 1
        steps += 1
    return steps
