def main(n: int) -> int:
    if n < 0:
        return 0
    a = n
    b = 0
    while a > 0:
        a -= 1
        b += 1
    while b != n:
        b += 1
    while b != 0:
        b -= 1
    return b
