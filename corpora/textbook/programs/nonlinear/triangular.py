def main(n: int) -> int:
    s = 0
    i = 0
    while s < n:
        i += 1
        s += i
    return i
