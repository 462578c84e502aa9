def main(m: int, n: int) -> int:
    first = 1
    second = 1
    i = 0
    j = 0
    while first == 1 or second == 1:
        if first == 1:
            i += 1
            if i > m:
                first = 0
        if second == 1:
            j += 1
            if j > n:
                second = 0
    return i + j
