def main(n: int) -> int:
    i = 0
    while i < n:
        i += 1
        while i > 0 and i % 3 == 0:
            i -= 1
    return i
