def descend(n: int, t: int) -> int:
    if n == t:
        return 0
    return 1 + descend(n - 1, t)

def main(a: int, b: int, mode: int) -> int:
    if mode > 0:
        if a < b:
            return 0
        return descend(a, b)
    return descend(b, a)
