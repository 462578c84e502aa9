def hops(n: int) -> int:
    parent = [max(i - 1, 0) // 2 for i in range(max(n, 1))]
    x = len(parent) - 1
    count = 0
    while x > 0:
        x = parent[x]
        count += 1
    return count
