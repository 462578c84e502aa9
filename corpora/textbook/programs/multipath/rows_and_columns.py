def main(n: int, m: int, i: int, j: int) -> int:
    while i < n:
        if j < m:
            j += 1
        else:
            j = 0
            i += 1
    return i
