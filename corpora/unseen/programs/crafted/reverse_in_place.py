def main(n: int) -> int:
    a: list[int] = []
    k = 0
    while k < n:
        a.append(k)
        k = k + 1
    i = 0
    j = len(a) - 1
    while i < j:
        t = a[i]
        a[i] = a[j]
        a[j] = t
        i = i + 1
        j = j - 1
    return i
