def main(n: int) -> int:
    i = 0
    while i < n:
        i += 1
    j = 0
    while i != 0:
        i -= 2
        j += 1
    return j
