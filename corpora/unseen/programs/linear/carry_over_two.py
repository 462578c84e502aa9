def main(n: int) -> int:
    if n < 0:
        return 0
    a = n
    b = 0
    while a > 0:
        a -= 2
        b += 2
    while b != n:
        b += 1
    return b
