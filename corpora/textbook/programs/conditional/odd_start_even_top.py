def main(n: int) -> int:
    if n % 2 == 0:
        while n > 0:
            n -= 2
        return n
    top = 102 if n < 102 else n + 1
    while n != top:
        n += 2
    return n
