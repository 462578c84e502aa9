def main(n: int) -> int:
    d = 2
    count = 0
    while n > 1:
        if n % d == 0:
            n //= d
            count += 1
        else:
            d += 1
    return count
