def quotient(n: int, d: int) -> int:
    if n < d:
        return 0
    return 1 + quotient(n - d, d)

def main(n: int, d: int) -> int:
    if d < 0:
        d = -d
    if d == 0:
        d = 1
    return quotient(n, d)
