def main(n: int, k: int) -> int:
    while n > 0:
        if n == k:
            continue
        n -= 1
    return n
