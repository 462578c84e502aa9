def main(n: int) -> int:
    work = 0
    i = n
    while i > 0:
        j = 0
        while j < i * i:
            j += i
            work += 1
        i -= 1
    return work
