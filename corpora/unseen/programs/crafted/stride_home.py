def main(n: int, k: int) -> int:
    if not n >= 1:
        return 0
    x = 0
    c = 0
    while True:
        x = (x + k) % n
        c = c + 1
        if x == 0:
            break
    return c
