def main(n: int, m: int) -> int:
    i = 0
    while i < n:
        j = 0
        while j < m:
            j += 1
            if j == 7:
                i = 0
                m -= 1
        i += 1
    return i
