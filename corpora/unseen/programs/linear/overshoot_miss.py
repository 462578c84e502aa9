def main(n: int) -> int:
    if n < 0:
        return 0
    i = 0
    while i < n:
        i += 3
    while i != n:
        i -= 2
    return i
