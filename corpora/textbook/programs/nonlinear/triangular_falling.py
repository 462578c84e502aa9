def main(k: int, n: int) -> int:
    s = 0
    while s < n:
        s += k
        k -= 1
    return s
