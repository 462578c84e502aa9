def main(n: int) -> int:
    i = 0
    while i * i < n:
        j = 0
        while i * j < n:
            j += 1
        i += 1
    return 0
