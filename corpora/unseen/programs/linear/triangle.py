def main(n: int) -> int:
    i = 0
    s = 0
    while i < n:
        j = 0
        while j < i:
            j += 1
            s += 1
        i += 1
    return s
