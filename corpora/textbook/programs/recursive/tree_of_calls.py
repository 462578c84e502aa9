def tree(depth: int) -> int:
    nodes = 1
    i = 0
    while i < 3:
        if depth > 0:
            nodes += tree(depth - 1)
        i += 1
    return nodes
