def strip(n: int) -> int:
    while n > 0 and n % 2 == 0:
        n = n // 2
    return n

def hop(n: int) -> int:
    if n <= 1:
        return 0
    return 1 + hop(strip(n + 1))

def main(n: int) -> int:
    return hop(n)
