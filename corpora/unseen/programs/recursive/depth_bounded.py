depth = 0

def dive(x: int) -> int:
    global depth
    if depth >= 10:
        return x
    depth = depth + 1
    r = dive(2 * x)
    r = r + dive(x - 1)
    depth = depth - 1
    return r

def main(x: int) -> int:
    global depth
    depth = 0
    return dive(x)
