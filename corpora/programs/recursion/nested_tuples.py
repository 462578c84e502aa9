def depth(tree: tuple) -> int:
    deepest = 0
    for part in tree:
        if isinstance(part, tuple):
            deepest = max(deepest, depth(part))
    return deepest + 1
