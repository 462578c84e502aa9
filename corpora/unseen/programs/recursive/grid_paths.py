def paths(r: int, c: int) -> int:
    if r == 0 or c == 0:
        return 1
    return paths(r - 1, c) + paths(r, c - 1)

def main(r: int, c: int) -> int:
    if r < 0:
        return 0
    if c < 0:
        return 0
    return paths(r, c)
