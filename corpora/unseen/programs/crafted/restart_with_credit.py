def main(n: int, r: int) -> int:
    i = 0
    while i < n:
        j = 0
        hit = 0
        while True:
            j = j + 1
            if j > i:
                break
            if 2 * j == n and r > 0:
                r = r - 1
                hit = 1
                break
        if hit == 1:
            i = 0
        else:
            i = i + 1
    return r
