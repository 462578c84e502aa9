def main(n: int, credit: int) -> int:
    i = 0
    while i < n:
        i += 1
        while i > 0 and credit > 0 and i % 3 == 0:
            i -= 1
            credit -= 1
    return i
