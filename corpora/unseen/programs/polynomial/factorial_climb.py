def main(n: int) -> int:
    x = 1
    k = 1
    while x < n:
        x = x * k
        k += 1
    return 0
