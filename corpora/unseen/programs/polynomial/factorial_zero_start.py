def main(x: int, k: int, n: int) -> int:
    while x < n:
        x = x * k
        k += 1
    return 0
