def main(a: int, b: int) -> int:
    if not a <= b:
        return 0
    x = 3 * a
    y = 3 * b
    while x != y:
        x = x + 2
        y = y - 1
    return x
