def main(n: int) -> int:
    i = 0
    s = 0
    while i < n:
        i = i + 1
        s = s + 2
    while s != i:
        s = s - 1
        i = i + 1
    return s
