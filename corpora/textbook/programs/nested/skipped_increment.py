def main(n: int, skip: int) -> int:
    i = 0
    while i < n:
        j = 0
        while j < 3:
            if j == skip:
                continue
            j += 1
        i += 1
    return i
