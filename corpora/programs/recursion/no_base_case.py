def descend(depth: int) -> int:
    below = descend(depth + 1)
    return below + 1
