def main(n: int) -> int:
    if not n >= 2:
        return 0
    a: list[int] = []
    i = 0
    while i < n:
        if i == n - 1:
            a.append(1)
        else:
            a.append(i + 1)
        i = i + 1
    i = 1
    c = 0
    while i != 0:
        i = a[i]
        c = c + 1
    return c
