def main(n: int) -> int:
    x = 0
    k = 0
    while x - k * k <= n:
        x += 2 * k
        k += 1
    return 0
