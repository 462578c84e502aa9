def main(n: int) -> int:
    s = n
    i = 0
    while 2 * (s - n) == i * (3 * i - 1):
        i += 1
        s += 3 * i - 2
    return 0
