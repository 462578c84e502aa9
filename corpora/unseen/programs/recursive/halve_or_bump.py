def settle(n: int) -> int:
    if n <= 1:
        return 0
    if n % 2 == 0:
        return 1 + settle(n // 2)
    return 1 + settle(n + 1)

def main(n: int) -> int:
    return settle(n)
