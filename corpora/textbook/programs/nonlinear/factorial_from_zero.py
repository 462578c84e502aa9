def main(n: int) -> int:
    f = 1
    k = 0
    while f < n:
        f *= k
        k += 1
    return k
