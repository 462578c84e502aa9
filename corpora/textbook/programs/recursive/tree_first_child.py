def tree(depth: int) -> int:
    nodes = 1
    i = 0
    while i < depth:
        nodes += tree(depth - i)
        i += 1
    return nodes
