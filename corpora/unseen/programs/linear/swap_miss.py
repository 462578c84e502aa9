def main(x: int, y: int) -> int:
    while x != y:
        t = x
        x = y - 1
        y = t + 1
    return x
