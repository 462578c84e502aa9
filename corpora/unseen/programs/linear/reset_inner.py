def main(i: int, n: int, m: int) -> int:
    while i < n:
        j = m
        while j > 0:
            j -= 1
        i += 1
    return i
