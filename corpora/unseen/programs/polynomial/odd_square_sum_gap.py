def main(n: int) -> int:
    s = 0
    i = 0
    while 3 * s - 4 * i * i * i + 2 * i < n:
        i += 1
        s += (2 * i - 1) * (2 * i - 1)
    return 0
