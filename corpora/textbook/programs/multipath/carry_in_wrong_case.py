def main(n: int, m: int, i: int, j: int) -> int:
    while i < n:
        if j < m:
            j += 1
        elif j == m:
            j = 0
        else:
            i += 1
    return i
