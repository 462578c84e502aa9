def main(a: int, b: int, n: int) -> int:
    d = 3 * a - 3 * b + 1
    if d < 0:
        d = -d
    while True:
        if n <= 0:
            break
        n = n - d
    return n
