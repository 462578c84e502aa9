def main(n: int) -> int:
    hi = n
    while hi > 0:
        last = 0
        i = 1
        while i <= hi:
            if i % 3 == 0:
                last = i
            i += 1
        hi = last
    return hi
