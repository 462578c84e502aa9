def halvings(n: int) -> int:
    count = 0
    while n:
        n = int(n / 2)
        count += 1
    return count
