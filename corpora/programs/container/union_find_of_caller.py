def root(parent: list[int], x: int) -> int:
    while parent[x] != x:
        x = parent[x]
    return x
