def list_sum(a: list[int], i: int) -> int:
    if i >= len(a):
        return 0
    return a[i] + list_sum(a, i + 1)

def main(n: int) -> int:
    a: list[int] = []
    i = 0
    while i < n:
        a.append(i * i)
        i = i + 1
    return list_sum(a, 0)
