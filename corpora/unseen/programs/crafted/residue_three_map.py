def main(n: int) -> int:
    c = 0
    while n > 1:
        r = n % 3
        if r == 0:
            n = n // 3
        elif r == 1:
            n = 2 * n + 1
        else:
            n = n + 1
        c = c + 1
    return c
