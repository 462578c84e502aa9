def main(n: int) -> int:
    if n % 2 == 0:
        while n > 0:
            n -= 2
        return n
    top = 101 if n < 101 else n
    while n != top:
        n += 2
    return n
