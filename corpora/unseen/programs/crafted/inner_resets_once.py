def main(n: int, m: int) -> int:
    i = 0
    done = 0
    while i < n:
        j = 0
        while j < m:
            j = j + 1
            if j == 3 and done == 0:
                i = 0
                done = 1
        i = i + 1
    return i
